package org.qingmen.bench.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.qingmen.bench.peer.PlainServer;

/** The plain service as a process of its own, with as much heap as the product. */
public final class Peer implements AutoCloseable {

  private final int port = Work.freePort();
  private final Path log;
  private final Process process;

  /** Starts it and waits until it serves. */
  public Peer(Path folder, String database, JsonNode setup) throws IOException {
    Path file = folder.resolve("peer-setup.json");
    Files.writeString(file, setup.toString());
    log = folder.resolve("peer.log");
    List<String> command = new ArrayList<>();
    command.add(Work.java("java"));
    command.addAll(List.of("-Xms256m", "-Xmx1g", "-Dfile.encoding=UTF-8", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(PlainServer.class.getName());
    command.addAll(
        List.of(port + "", database, file + "", Work.root().resolve("rules").toString()));
    process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    awaitReady();
  }

  /** Where records are sent to. */
  public InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", port);
  }

  /** Process id. */
  public long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitReady() throws IOException {
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals("ready")) {
        return;
      }
    }
    throw new IOException("the peer does not start, see " + log);
  }
}
