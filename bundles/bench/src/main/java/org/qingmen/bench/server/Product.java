package org.qingmen.bench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.qingmen.bench.measure.Proc;

/** The product from its archive: unpacked, with a data directory of its own, as a process. */
public final class Product implements AutoCloseable {

  /** Password of {@code admin}. */
  static final String ADMIN = "Bench-" + Long.toString(System.nanoTime(), 36) + "-x1";

  private static final Duration LONGEST_START = Duration.ofSeconds(180);

  private final Path home;
  private final Path data;
  private final int port = Work.freePort();
  private final Map<String, String> environment = new TreeMap<>();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Process process;
  private double startSeconds;
  private double startCpuSeconds;

  /** Unpacks the archive below a folder; nothing runs yet. */
  public Product(Path folder) throws IOException, InterruptedException {
    home = Files.createDirectories(folder.resolve("server"));
    data = Files.createDirectories(folder.resolve("data"));
    Process tar =
        new ProcessBuilder(
                "tar", "xzf", Work.archive().toString(), "--strip-components=1", "-C", home + "")
            .inheritIO()
            .start();
    if (tar.waitFor() != 0) {
      throw new IOException("tar refused " + Work.archive());
    }
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("QINGMEN_DATA", data.toString());
    environment.put("QINGMEN_HTTP_PORT", String.valueOf(port));
    environment.put("QINGMEN_SSH_PORT", String.valueOf(Work.freePort()));
    environment.put("QINGMEN_ADMIN_PASSWORD", ADMIN);
    environment.put("KARAF_EXEC", "exec");
    // The bench brings packs of its own, as the author of rules on a desk does.
    environment.put("QINGMEN_PACKS_UNSIGNED", "dev");
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
  }

  /** Sets an environment variable for the next start. */
  public Product with(String key, String value) {
    environment.put(key, value);
    return this;
  }

  /** Starts it and waits until it is ready. */
  public Product start() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("bin/karaf").toString(), "server");
    builder.directory(home.toFile());
    builder.environment().keySet().removeIf(key -> key.startsWith("QINGMEN_"));
    builder.environment().putAll(environment);
    builder.redirectErrorStream(true).redirectOutput(data.resolve("console.out").toFile());
    long begin = System.nanoTime();
    process = builder.start();
    while (!ready()) {
      if (!process.isAlive() || System.nanoTime() - begin > LONGEST_START.toNanos()) {
        throw new IOException("the server does not start, see " + data.resolve("karaf/log"));
      }
      process.waitFor(100, TimeUnit.MILLISECONDS);
    }
    startSeconds = (System.nanoTime() - begin) / 1e9;
    startCpuSeconds = Proc.cpuSeconds(process.pid());
    return this;
  }

  /** Seconds from the start of the process to the first {@code 200} of {@code /health/ready}. */
  public double startSeconds() {
    return startSeconds;
  }

  /** Processor seconds it took until then; other programs on the machine do not change them. */
  public double startCpuSeconds() {
    return startCpuSeconds;
  }

  /** Process id. */
  public long pid() {
    return process.pid();
  }

  /** Where records are sent to. */
  public InetSocketAddress address() {
    return new InetSocketAddress("127.0.0.1", port);
  }

  /** Its data directory. */
  public Path data() {
    return data;
  }

  /** Its API, as administrator. */
  public Api api() throws IOException {
    return new Api(http, URI.create("http://127.0.0.1:" + port), "admin", ADMIN);
  }

  /** Stops it as an operator would. */
  public void stop() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      stop();
    }
  }

  private boolean ready() throws InterruptedException {
    URI page = URI.create("http://127.0.0.1:" + port + "/health/ready");
    HttpRequest request = HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false; // It does not listen yet.
    }
  }
}
