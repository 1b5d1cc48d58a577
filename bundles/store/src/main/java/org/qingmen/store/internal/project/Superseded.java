package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;

/**
 * Receipts of records that were corrected. They are no longer in the table whose unique index tells
 * duplicates, and must not come back. Few, because a correction is a person's work.
 */
final class Superseded {

  private final Set<String> receipts = new HashSet<>();
  private boolean loaded;

  boolean contains(Connection connection, String receipt) throws SQLException {
    load(connection);
    return receipts.contains(receipt);
  }

  void add(String receipt) {
    receipts.add(receipt);
  }

  /** Forgets everything, because a transaction failed. */
  void clear() {
    receipts.clear();
    loaded = false;
  }

  private void load(Connection connection) throws SQLException {
    if (loaded) {
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT receipt FROM passage_superseded")) {
      while (row.next()) {
        receipts.add(ReceiptBytes.text(row.getBytes(1)));
      }
    }
    loaded = true;
  }
}
