package org.qingmen.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The record as received, its decision and the nonce of its request. */
final class Messages {

  private static final String MESSAGE =
      "INSERT INTO message (pos, source, raw, document) VALUES (?, ?, ?, ?)";
  private static final String NONCE = "INSERT INTO nonce (used, key_id, nonce) VALUES (?, ?, ?)";

  private Messages() {}

  static void insert(Connection connection, Taken taken) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MESSAGE)) {
      statement.setLong(1, taken.position());
      statement.setString(2, taken.enterprise().id());
      statement.setBytes(3, taken.raw());
      statement.setBytes(4, taken.decision().document());
      statement.executeUpdate();
    }
    if (taken.nonce() != null) {
      try (PreparedStatement statement = connection.prepareStatement(NONCE)) {
        statement.setLong(1, taken.nonce().time());
        statement.setString(2, taken.nonce().key().id());
        statement.setString(3, taken.nonce().nonce());
        statement.executeUpdate();
      }
    }
  }
}
