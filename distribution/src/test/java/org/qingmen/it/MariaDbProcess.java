package org.qingmen.it;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real MariaDB with a data directory and a port of its own; it can be killed and come back. */
public final class MariaDbProcess implements AutoCloseable {

  private static final Duration START = Duration.ofSeconds(60);
  private static final String NAME = "qingmen";

  private final Path directory;
  private final int port;
  private Process process;

  private MariaDbProcess(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /**
   * Installs an empty MariaDB and starts it.
   *
   * @param options further options of {@code mariadbd}
   */
  public static MariaDbProcess start(String... options) throws IOException, InterruptedException {
    MariaDbProcess database = new MariaDbProcess(Archive.newFolder("mariadb"), freePort());
    database.install();
    database.resume(options);
    database.createDatabase();
    return database;
  }

  /** Starts it again after {@link #kill}. */
  public void resume(String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(program("mariadbd"));
    command.addAll(
        List.of(
            "--no-defaults",
            "--user=" + System.getProperty("user.name"),
            "--datadir=" + directory,
            "--port=" + port,
            "--bind-address=127.0.0.1",
            "--socket=" + directory.resolve("s"),
            "--pid-file=" + directory.resolve("pid"),
            "--innodb-flush-log-at-trx-commit=1",
            "--skip-log-bin"));
    command.addAll(List.of(options));
    process = run(command, "server.log");
    Waiting.until("MariaDB answers, see " + directory + "-server.log", START, this::listens);
  }

  /** Ends it at once, as a power cut would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /**
   * The three settings that make the product use it.
   *
   * @param server the server to be configured
   * @return the server
   */
  public ServerProcess configure(ServerProcess server) {
    return server
        .with("QINGMEN_DB_URL", "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME)
        .with("QINGMEN_DB_USER", NAME)
        .with("QINGMEN_DB_PASSWORD", NAME);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Archive.delete(directory);
  }

  private void install() throws IOException, InterruptedException {
    Process install =
        run(
            List.of(
                program("mariadb-install-db"),
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

  /** An account of the product's own, as an operator would make it. */
  private void createDatabase() throws IOException, InterruptedException {
    String sql =
        "CREATE DATABASE %1$s; CREATE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%1$s';"
            + " GRANT ALL ON %1$s.* TO '%1$s'@'127.0.0.1';";
    Process client =
        run(
            List.of(
                program("mariadb"),
                "--no-defaults",
                "--user=root",
                "--socket=" + directory.resolve("s"),
                "--execute=" + sql.formatted(NAME)),
            "client.log");
    if (client.waitFor() != 0) {
      throw new IOException("no database could be made, see " + directory + "-client.log");
    }
  }

  private boolean listens() {
    if (!process.isAlive()) {
      throw new IllegalStateException("MariaDB ended by itself, see " + directory + "-server.log");
    }
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected() && Files.exists(directory.resolve("s"));
    } catch (IOException e) {
      return false; // not yet
    }
  }

  private Process run(List<String> command, String log) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(Path.of(directory + "-" + log).toFile()))
        .start();
  }

  private static String program(String name) throws IOException {
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
