package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes a batch's rows, many per round trip. */
final class PassageWriter {

  private static final int LONGEST_REASON = 1000;

  private PassageWriter() {}

  static void insert(Connection connection, List<PassageRow> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(PassageRow.INSERT)) {
      for (PassageRow row : rows) {
        row.bind(statement);
        statement.addBatch();
      }
      statement.executeBatch();
    }
    findings(connection, rows);
  }

  static void takeBack(Connection connection, List<TripRule.TakenBack> exits) throws SQLException {
    if (exits.isEmpty()) {
      return;
    }
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE passage SET trip = 0 WHERE pos = ?")) {
      for (TripRule.TakenBack exit : exits) {
        statement.setLong(1, exit.position());
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  static void faults(Connection connection, List<Batch.Fault> faults) throws SQLException {
    for (Batch.Fault fault : faults) {
      fault(connection, fault);
    }
  }

  static void fault(Connection connection, Batch.Fault fault) throws SQLException {
    String sql =
        "INSERT INTO projection_fault (pos, reason) VALUES (?, ?)"
            + " ON DUPLICATE KEY UPDATE reason = VALUES(reason)";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      String reason = fault.reason();
      statement.setLong(1, fault.position());
      statement.setString(2, reason.substring(0, Math.min(LONGEST_REASON, reason.length())));
      statement.executeUpdate();
    }
  }

  static void position(Connection connection, long position) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("UPDATE projection_state SET pos = ? WHERE name = 'journal'")) {
      statement.setLong(1, position);
      statement.executeUpdate();
    }
  }

  private static void findings(Connection connection, List<PassageRow> rows) throws SQLException {
    boolean any = false;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT INTO finding (code_term, passed, pos) VALUES (?, ?, ?)")) {
      for (PassageRow row : rows) {
        for (int code : row.findings) {
          finding(statement, code, row);
          any = true;
        }
        if (row.verdictTerm != 0) {
          finding(statement, row.verdictTerm, row);
          any = true;
        }
      }
      if (any) {
        statement.executeBatch();
      }
    }
  }

  private static void finding(PreparedStatement statement, int code, PassageRow row)
      throws SQLException {
    statement.setInt(1, code);
    statement.setLong(2, row.fields.passed());
    statement.setLong(3, row.position);
    statement.addBatch();
  }
}
