package org.qingmen.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** Numbers of enterprises and terms: asked for once, then in memory. */
final class Dictionary {

  private final DataSource source;
  private final Map<String, Integer> enterprises = new ConcurrentHashMap<>();
  private final Map<String, Integer> terms = new ConcurrentHashMap<>();

  Dictionary(DataSource source) {
    this.source = source;
  }

  int enterprise(String code, String division) throws SQLException {
    Integer known = enterprises.get(code);
    if (known == null) {
      known =
          number(
              "INSERT IGNORE INTO enterprise (code, division) VALUES (?, ?)",
              "SELECT id FROM enterprise WHERE code = ?",
              code,
              division);
      enterprises.put(code, known);
    }
    return known;
  }

  /** The number of a term, 0 for none. */
  int term(String name) throws SQLException {
    if (name == null) {
      return 0;
    }
    Integer known = terms.get(name);
    if (known == null) {
      known =
          number(
              "INSERT IGNORE INTO term (name) VALUES (?)",
              "SELECT id FROM term WHERE name = ?",
              name);
      terms.put(name, known);
    }
    return known;
  }

  /** In a transaction of its own, so that other records see the number at once. */
  private int number(String insert, String select, String... values) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement writing = connection.prepareStatement(insert);
        PreparedStatement reading = connection.prepareStatement(select)) {
      for (int i = 0; i < values.length; i++) {
        writing.setString(i + 1, values[i]);
      }
      writing.executeUpdate();
      connection.commit();
      reading.setString(1, values[0]);
      try (ResultSet row = reading.executeQuery()) {
        row.next();
        int number = row.getInt(1);
        connection.commit();
        return number;
      }
    }
  }
}
