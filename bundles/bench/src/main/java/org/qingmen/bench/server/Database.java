package org.qingmen.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A real MariaDB with a data directory and a port of its own, flushing at every commit. */
public final class Database implements AutoCloseable {

  private static final List<String> SETTINGS =
      List.of(
          "version",
          "innodb_flush_log_at_trx_commit",
          "innodb_flush_method",
          "innodb_doublewrite",
          "innodb_buffer_pool_size",
          "innodb_log_file_size",
          "log_bin");

  private final Path directory;
  private final int port;
  private Process process;

  private Database(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  /** Installs an empty database in a folder and starts it. */
  public static Database start(Path directory) throws IOException, InterruptedException {
    Database database = new Database(directory, Work.freePort());
    database.install();
    database.run();
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    return database;
  }

  /** Process id of {@code mariadbd}. */
  public long pid() {
    return process.pid();
  }

  /** Makes an empty database and returns its JDBC address. */
  public String create(String name) throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    }
    return address(name);
  }

  /** JDBC address of a database. */
  public String address(String name) {
    return "jdbc:mariadb://127.0.0.1:" + port + "/" + name;
  }

  /** A connection as administrator. */
  public Connection connect(String name) throws SQLException {
    return DriverManager.getConnection(address(name), "root", "");
  }

  /** Settings that decide what a commit costs. */
  public Map<String, String> settings() throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    for (String name : SETTINGS) {
      found.put(name, one("SHOW GLOBAL VARIABLES LIKE '" + name + "'"));
    }
    return found;
  }

  /** Syncs of its log and of its data files since it started. */
  public long syncs() throws SQLException {
    return number("Innodb_os_log_fsyncs") + number("Innodb_data_fsyncs");
  }

  /** Transactions committed since it started. */
  public long commits() throws SQLException {
    return number("Com_commit");
  }

  /** Bytes of data and indexes of a table. */
  public long bytes(String database, String table) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      // Otherwise the figures are those of some moment before.
      statement.execute("ANALYZE TABLE " + table);
      try (ResultSet row =
          statement.executeQuery(
              "SELECT data_length + index_length FROM information_schema.tables"
                  + " WHERE table_schema = '%s' AND table_name = '%s'"
                      .formatted(database, table))) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /** The one number a query returns. */
  public long count(String database, String query) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getLong(1);
    }
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
  }

  private long number(String status) throws SQLException {
    String value = one("SHOW GLOBAL STATUS LIKE '" + status + "'");
    return value == null ? 0 : Long.parseLong(value);
  }

  private String one(String sql) throws SQLException {
    try (Connection connection = connect("");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(2) : null;
    }
  }

  private void install() throws IOException, InterruptedException {
    Process install =
        started(
            List.of(
                Work.program("mariadb-install-db", "mariadb-server"),
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

  private void run() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Work.program("mariadbd", "mariadb-server"));
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
            "--innodb-buffer-pool-size=2G",
            "--innodb-log-file-size=1G",
            "--skip-log-bin"));
    process = started(command, "server.log");
    awaitAnswer();
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (System.nanoTime() < deadline && process.isAlive()) {
      try (Connection connection = connect("")) {
        return;
      } catch (SQLException e) {
        process.waitFor(100, TimeUnit.MILLISECONDS); // It does not listen yet.
      }
    }
    throw new IOException("MariaDB does not start, see " + directory + "-server.log");
  }

  private Process started(List<String> command, String log) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(Path.of(directory + "-" + log).toFile())
        .start();
  }

  /** Whether MariaDB's files lie where a sync reaches a disk; the type of the file system. */
  public String fileSystem() throws IOException {
    return Files.getFileStore(directory).type();
  }
}
