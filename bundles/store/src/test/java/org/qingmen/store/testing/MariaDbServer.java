package org.qingmen.store.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real MariaDB with an own data directory under target/, an own port and safe settings. */
public final class MariaDbServer implements AutoCloseable {

  private static final long START_SECONDS = 60;

  private final Path directory;
  private final int port;
  private Process process;

  private MariaDbServer(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /** Installs an empty server and starts it. */
  public static MariaDbServer start() throws IOException, InterruptedException {
    Path target = Files.createDirectories(Path.of("target", "mariadb").toAbsolutePath());
    Path directory = Files.createTempDirectory(target, "data");
    MariaDbServer server = new MariaDbServer(directory, freePort());
    server.install();
    server.resume();
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    return server;
  }

  /** Starts the server again after {@link #kill}. */
  public void resume(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(binary("mariadbd"));
    command.addAll(
        List.of(
            "--no-defaults",
            "--user=" + System.getProperty("user.name"),
            "--datadir=" + directory,
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--socket=" + directory.resolve("s.sock"),
            "--pid-file=" + directory.resolve("pid"),
            "--innodb-flush-log-at-trx-commit=1",
            "--innodb-buffer-pool-size=256M",
            "--innodb-log-file-size=96M",
            "--skip-log-bin"));
    command.addAll(List.of(options));
    process = run(command, "server.log");
    awaitAnswer();
  }

  /** Kills it as a power failure would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** A new database; returns its JDBC address. */
  public String createDatabase(String name) throws SQLException {
    execute("CREATE DATABASE " + name);
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + name;
  }

  /** Runs one statement as administrator. */
  public void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Ends the server and removes its data. */
  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor(20, TimeUnit.SECONDS);
      if (Files.exists(directory)) {
        remove();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remove() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void install() throws IOException, InterruptedException {
    Process install =
        run(
            List.of(
                binary("mariadb-install-db"),
                "--no-defaults",
                "--user=" + System.getProperty("user.name"),
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--datadir=" + directory),
            "install.log");
    if (install.waitFor() != 0) {
      throw new IOException("mariadb-install-db failed, see " + directory + "-install.log");
    }
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    SQLException last = null;
    while (System.nanoTime() < deadline && process.isAlive()) {
      try (Connection connection = connect()) {
        return;
      } catch (SQLException e) {
        last = e;
        process.waitFor(100, TimeUnit.MILLISECONDS);
      }
    }
    throw new IOException("MariaDB does not start, see " + directory + "-server.log", last);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:mariadb://127.0.0.1:" + port + "/", "root", "");
  }

  private Process run(List<String> command, String log) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Path.of(directory + "-" + log).toFile())
        .start();
  }

  private static String binary(String name) throws IOException {
    for (String folder : List.of("/usr/sbin", "/usr/bin", "/usr/local/bin", "/usr/libexec")) {
      Path path = Path.of(folder, name);
      if (Files.isExecutable(path)) {
        return path.toString();
      }
    }
    throw new IOException(
        name
            + " is not installed, and these tests need a real MariaDB:"
            + " apt-get update && apt-get install -y mariadb-server");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
