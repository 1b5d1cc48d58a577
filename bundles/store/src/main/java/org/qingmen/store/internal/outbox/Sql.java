package org.qingmen.store.internal.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A statement with its values, put together piece by piece. */
final class Sql {

  private final StringBuilder text;
  private final List<Object> values = new ArrayList<>();

  /** Reads one row. */
  interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  Sql(String text, Object... first) {
    this.text = new StringBuilder(text);
    values.addAll(List.of(first));
  }

  /** Adds a piece with one value, unless the value is null. */
  Sql and(String piece, Object value) {
    if (value != null) {
      text.append(piece);
      values.add(value);
    }
    return this;
  }

  /** Adds a piece without values. */
  Sql add(String piece) {
    text.append(piece);
    return this;
  }

  <T> List<T> list(Connection connection, Reader<T> reader) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = bound(connection);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        rows.add(reader.read(row));
      }
    }
    return rows;
  }

  int update(Connection connection) throws SQLException {
    try (PreparedStatement statement = bound(connection)) {
      return statement.executeUpdate();
    }
  }

  private PreparedStatement bound(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text.toString());
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    return statement;
  }
}
