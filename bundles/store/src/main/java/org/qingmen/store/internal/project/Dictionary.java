package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers of enterprises and terms; made on first use within the batch's transaction. */
final class Dictionary {

  private static final int REMEMBERED = 50_000;
  private static final int LONGEST_TERM = 100;

  private final Map<String, Integer> enterprises = new LruMap();
  private final Map<String, Integer> terms = new LruMap();
  private Connection connection;

  /** Works on this connection from now on. */
  void use(Connection connection) {
    this.connection = connection;
  }

  /** Forgets everything; numbers made by a transaction that failed never existed. */
  void clear() {
    enterprises.clear();
    terms.clear();
  }

  /** The number of an enterprise; the division is noted when it was never met before. */
  int enterprise(String code, String division) throws SQLException {
    Integer known = enterprises.get(code);
    if (known == null) {
      known = find("SELECT id FROM enterprise WHERE code = ?", code);
      if (known == null) {
        insert("INSERT INTO enterprise (code, division) VALUES (?, ?)", code, division);
        known = find("SELECT id FROM enterprise WHERE code = ?", code);
      }
      enterprises.put(code, known);
    }
    return known;
  }

  /** The number of a term, 0 for none. */
  int term(String name) throws SQLException {
    if (name == null) {
      return 0;
    }
    String text = name.length() <= LONGEST_TERM ? name : name.substring(0, LONGEST_TERM);
    Integer known = terms.get(text);
    if (known == null) {
      known = find("SELECT id FROM term WHERE name = ?", text);
      if (known == null) {
        insert("INSERT INTO term (name) VALUES (?)", text);
        known = find("SELECT id FROM term WHERE name = ?", text);
      }
      terms.put(text, known);
    }
    return known;
  }

  List<Integer> terms(List<String> names) throws SQLException {
    if (names.isEmpty()) {
      return List.of();
    }
    List<Integer> numbers = new ArrayList<>(names.size());
    for (String name : names) {
      int number = term(name);
      if (!numbers.contains(number)) {
        numbers.add(number);
      }
    }
    return numbers;
  }

  private Integer find(String sql, String key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, key);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : null;
      }
    }
  }

  private void insert(String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  /** Remembers what was used last; names come from outside and may be endless. */
  private static final class LruMap extends LinkedHashMap<String, Integer> {
    private static final long serialVersionUID = 1L;

    LruMap() {
      super(1024, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
      return size() > REMEMBERED;
    }
  }
}
