package org.qingmen.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * The product as its users get it: the archive of this build, unpacked, running as a process of its
 * own on free ports with its own data folder.
 *
 * <pre>{@code
 * try (ServerProcess server = ServerProcess.create().start()) {
 *   HttpResponse<String> answer = server.get("/health/ready");
 *   server.kill();
 *   server.start();
 * }
 * }</pre>
 *
 * <p>Closing stops it and fails when its log holds a WARN or ERROR that nobody announced.
 */
public final class ServerProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(120);

  private final Path home = Archive.unpack();
  private final Path data = Archive.newFolder("data");
  private final Map<String, String> environment = new TreeMap<>();
  private final int port = freePort();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ServerLog log = new ServerLog(data.resolve("karaf/log/karaf.log"));
  private Process process;

  private ServerProcess() {
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("QINGMEN_DATA", data.toString());
    environment.put("QINGMEN_HTTP_PORT", String.valueOf(port));
    environment.put("QINGMEN_SSH_PORT", String.valueOf(freePort()));
    for (String connector : List.of("VZENITH", "HIKVISION", "YAOHUA")) {
      environment.put("QINGMEN_" + connector + "_PORT", String.valueOf(freePort()));
    }
    environment.put("QINGMEN_ADMIN_PASSWORD", adminPassword());
    // What the tests set up to receive messages and reports stands on this machine.
    environment.put("QINGMEN_OUTBOUND_ALLOW", "127.0.0.1");
    environment.put("JAVA_MAX_MEM", "768m");
    environment.put("KARAF_EXEC", "exec"); // the process is Java itself, not a shell around it
  }

  /**
   * Unpacks the archive; nothing runs yet.
   *
   * @return the server, to be configured and started
   */
  public static ServerProcess create() {
    return new ServerProcess();
  }

  /**
   * Sets an environment variable for the next start.
   *
   * @param key for example {@code QINGMEN_DB_URL}
   * @param value its value
   * @return this
   */
  public ServerProcess with(String key, String value) {
    environment.put(key, value);
    return this;
  }

  /**
   * Starts and waits until {@code /health/ready} says 200.
   *
   * @return this
   */
  public ServerProcess start() {
    launch();
    awaitReady();
    return this;
  }

  /** Starts without waiting: for servers that are expected not to become ready. */
  public void launch() {
    if (process != null && process.isAlive()) {
      throw new IllegalStateException("the server runs already");
    }
    ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
    builder.directory(home.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("QINGMEN_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(data.resolve("console.out").toFile());
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the server can make records durable and decide; fails after two minutes. */
  public void awaitReady() {
    Waiting.until("the server at " + uri("/") + " is ready", START, this::ready);
  }

  /** Ends the process at once, as a power cut would: SIGKILL. */
  public void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    await(Duration.ofSeconds(10));
  }

  /** Ends the process as an operator would: SIGTERM. */
  public void stop() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    await(Duration.ofSeconds(30));
  }

  /**
   * Asks for a page without a token.
   *
   * @param path begins with a slash
   * @return the answer
   */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).timeout(Duration.ofMinutes(2)).build());
  }

  /**
   * Sends any request.
   *
   * @param request built with {@link #uri}
   * @return the answer, its body as text
   */
  public HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Fetches a file.
   *
   * @param request built with {@link #uri}
   * @return the answer, its body as bytes
   */
  public HttpResponse<byte[]> fetch(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Address of a path on this server.
   *
   * @param path begins with a slash
   * @return the address
   */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  /**
   * Port of a connector, chosen for this server.
   *
   * @param connector {@code VZENITH}, {@code HIKVISION} or {@code YAOHUA}
   * @return the port on this machine
   */
  public int connectorPort(String connector) {
    return Integer.parseInt(environment.get("QINGMEN_" + connector + "_PORT"));
  }

  /** The folder named by {@code QINGMEN_DATA}. */
  public Path data() {
    return data;
  }

  /** The unpacked program. */
  public Path home() {
    return home;
  }

  /** The log of all starts so far. */
  public ServerLog log() {
    return log;
  }

  /** Password of the user {@code admin}. */
  public String adminPassword() {
    return "Admin-of-the-tests-1";
  }

  /** Process id of the Java process. */
  public long pid() {
    return process.descendants().findFirst().map(ProcessHandle::pid).orElse(process.pid());
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      stop();
    }
    log.assertNoSurprise();
    Archive.delete(home);
    Archive.delete(data);
  }

  private boolean ready() {
    if (!process.isAlive()) {
      throw new IllegalStateException("the server ended by itself: " + console());
    }
    // One that gets no answer is asked again; it must not hold up the wait and its own limit.
    HttpRequest asked =
        HttpRequest.newBuilder(uri("/health/ready")).timeout(Duration.ofSeconds(5)).build();
    try {
      return send(asked).statusCode() == 200;
    } catch (UncheckedIOException e) {
      return false; // it does not listen yet
    }
  }

  private String console() {
    try {
      return Files.readString(data.resolve("console.out"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(Duration limit) {
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        throw new IllegalStateException("the server does not stop within " + limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
