package org.qingmen.bench.run;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.qingmen.bench.report.Report;

/**
 * The physical limit: the rows that the product projected, inserted again into an empty table by
 * one connection, many per round trip, and nothing else done.
 */
final class PhysicalLimit {

  private static final int ROWS = 200_000;
  private static final int BATCH = 2_000;
  private static final String DATABASE = "physical_limit";
  private static final String OPTIONS = "?useBulkStmts=true&rewriteBatchedStatements=true";

  private PhysicalLimit() {}

  static void report(Rig rig, Report report) throws SQLException, IOException {
    report.section("section.limit");
    rig.database.create(DATABASE);
    try (Connection from = rig.database.connect(Rig.PRODUCT);
        Connection to = rig.database.connect(DATABASE + OPTIONS)) {
      try (Statement statement = to.createStatement()) {
        statement.execute("CREATE TABLE passage LIKE " + Rig.PRODUCT + ".passage");
      }
      to.setAutoCommit(false);
      copy(from, to, report);
    }
  }

  private static void copy(Connection from, Connection to, Report report) throws SQLException {
    String sql = "SELECT * FROM passage ORDER BY pos LIMIT " + ROWS;
    try (Statement statement = from.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      int columns = rows.getMetaData().getColumnCount();
      String marks = "?,".repeat(columns - 1) + "?";
      long nanos = 0;
      int count = 0;
      try (PreparedStatement insert =
          to.prepareStatement("INSERT INTO passage VALUES (" + marks + ")")) {
        while (rows.next()) {
          for (int i = 1; i <= columns; i++) {
            insert.setObject(i, rows.getObject(i));
          }
          insert.addBatch();
          if (++count % BATCH == 0) {
            nanos += written(insert, to);
          }
        }
        nanos += written(insert, to);
      }
      report.figure("rate", report.text("limit"), count / (nanos / 1e9));
    }
  }

  /** Only the writing counts, not the reading of what is written. */
  private static long written(PreparedStatement insert, Connection to) throws SQLException {
    long begin = System.nanoTime();
    insert.executeBatch();
    to.commit();
    return System.nanoTime() - begin;
  }
}
