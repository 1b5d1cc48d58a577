package org.qingmen.store.internal.read;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects conditions and their values. */
final class Where {

  private final StringBuilder sql = new StringBuilder("1 = 1");
  private final List<Object> values = new ArrayList<>();

  /** Adds a condition, unless the value it restricts to is null. */
  Where and(String condition, Object value) {
    return value == null ? this : and(condition, List.of(value));
  }

  /** Adds a condition with several values. */
  Where and(String condition, List<?> more) {
    sql.append(" AND ").append(condition);
    values.addAll(more);
    return this;
  }

  /** Adds "column is one of these". */
  Where in(String column, List<?> more) {
    String marks = String.join(",", Collections.nCopies(more.size(), "?"));
    return and(column + " IN (" + marks + ")", more);
  }

  /** Takes the values of another, whose conditions stand elsewhere. */
  Where append(Where other) {
    values.addAll(other.values);
    return this;
  }

  /** Binds the values from parameter {@code first} on. */
  void bind(PreparedStatement statement, int first) throws SQLException {
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(first + i, values.get(i));
    }
  }

  @Override
  public String toString() {
    return sql.toString();
  }
}
