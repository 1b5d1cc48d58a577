package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.qingmen.model.Vehicle;

/** Which vehicle types are heavy; the domain's own rule, asked of the domain. */
public final class HeavyTypes {

  private HeavyTypes() {}

  /** Whether a vehicle of this type is heavy; null for an unknown type. */
  public static boolean heavy(String type) {
    return new Vehicle(type, null, null, null, null, null, null, null, null, null, null, null)
        .heavy();
  }

  /** The heavy ones among these terms. */
  static Set<Integer> among(Connection connection, Collection<Integer> terms) throws SQLException {
    Set<Integer> heavy = new HashSet<>();
    String marks = String.join(",", Collections.nCopies(terms.size(), "?"));
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT id, name FROM term WHERE id IN (" + marks + ")")) {
      int next = 1;
      for (Integer term : terms) {
        statement.setInt(next++, term);
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          if (heavy(row.getString(2))) {
            heavy.add(row.getInt(1));
          }
        }
      }
    }
    return heavy;
  }
}
