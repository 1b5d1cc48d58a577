package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Sums for the daily rollup of enterprises without their vehicles, and how they are written. */
final class EnterpriseTotals {

  private static final String ADD =
      "INSERT INTO traffic_enterprise_day (day_no, enterprise, nev, passages, trips, grams)"
          + " VALUES (?,?,?,?,?,?)"
          + Rollups.ADD;

  private final Map<Key, Counts> sums = new HashMap<>();

  private record Key(int day, int enterprise, int nev) {
    static final Comparator<Key> ORDER =
        Comparator.comparingInt(Key::day).thenComparingInt(Key::enterprise);
  }

  void add(TrafficKey key, Counts counts) {
    sums.computeIfAbsent(new Key(key.day(), key.enterprise(), key.nev()), k -> new Counts())
        .add(counts.passages(), counts.trips(), counts.grams());
  }

  void write(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      for (Key key : sums.keySet().stream().sorted(Key.ORDER).toList()) {
        statement.setInt(1, key.day());
        statement.setInt(2, key.enterprise());
        statement.setInt(3, key.nev());
        sums.get(key).bind(statement, 4);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Leaves no day behind that counts nothing. */
  static void tidy(Connection connection, int enterprise, int day) throws SQLException {
    ExitTrips.execute(
        connection,
        "DELETE FROM traffic_enterprise_day WHERE day_no = ? AND enterprise = ? AND passages = 0",
        day,
        enterprise);
  }
}
