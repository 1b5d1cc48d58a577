package org.qingmen.store.internal.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Notices database settings under which a commit does not survive a power failure. */
final class SafetyCheck {

  private SafetyCheck() {}

  /** What is unsafe, one line each with its remedy; empty when nothing is. */
  static List<String> warnings(Connection connection, Dialect dialect) throws SQLException {
    List<String> warnings = new ArrayList<>();
    if (dialect != Dialect.MARIADB) {
      return warnings;
    }
    expect(connection, warnings, "innodb_flush_log_at_trx_commit", "1");
    expect(connection, warnings, "innodb_doublewrite", "ON");
    if ("ON".equals(variable(connection, "log_bin"))) {
      expect(connection, warnings, "sync_binlog", "1");
    }
    return warnings;
  }

  private static void expect(Connection c, List<String> warnings, String name, String safe)
      throws SQLException {
    String value = variable(c, name);
    if (value != null && !value.equalsIgnoreCase(safe)) {
      warnings.add(
          "unsafe database setting %s=%s: commits may be lost in a power failure; set it to %s"
              .formatted(name, value, safe));
    }
  }

  private static String variable(Connection connection, String name) throws SQLException {
    try (Statement s = connection.createStatement();
        ResultSet r = s.executeQuery("SHOW GLOBAL VARIABLES LIKE '" + name + "'")) {
      return r.next() ? r.getString(2) : null;
    }
  }
}
