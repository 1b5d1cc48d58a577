package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects what a batch adds to the rollups and writes it in one go. */
final class Rollups {

  static final String ADD =
      " ON DUPLICATE KEY UPDATE passages = passages + VALUES(passages),"
          + " trips = trips + VALUES(trips), grams = grams + VALUES(grams)";
  private static final String DAY =
      "INSERT INTO traffic_day (enterprise, day_no, stage, fuel, nev, type_term, trailer_term,"
          + " usage_code, cargo_term, direction, verdict, passages, trips, grams)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
          + ADD;
  private static final String MONTH =
      "INSERT INTO traffic_month (month_no, enterprise, stage, fuel, heavy, nev, usage_code,"
          + " direction, verdict, passages, trips, grams) VALUES (?,?,?,?,?,?,?,?,?,?,?,?)"
          + ADD;

  private final Map<TrafficKey, Counts> days = new HashMap<>();
  private final Areas areas = new Areas();
  private final EnterpriseTotals enterpriseTotals = new EnterpriseTotals();
  private final Homes homes;

  Rollups(Homes homes) {
    this.homes = homes;
  }

  void add(TrafficKey key, long passages, long trips, long grams) {
    days.computeIfAbsent(key, k -> new Counts()).add(passages, trips, grams);
  }

  void write(Connection connection) throws SQLException {
    if (days.isEmpty()) {
      return;
    }
    Set<Integer> types = days.keySet().stream().map(TrafficKey::type).collect(Collectors.toSet());
    Set<Integer> heavy = HeavyTypes.among(connection, types);
    Map<TrafficKey.MonthKey, Counts> months = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(DAY)) {
      for (TrafficKey key : days.keySet().stream().sorted(TrafficKey.ORDER).toList()) {
        Counts counts = days.get(key);
        key.bind(statement);
        counts.bind(statement, 12);
        statement.addBatch();
        boolean weighty = heavy.contains(key.type());
        months
            .computeIfAbsent(key.month(weighty), k -> new Counts())
            .add(counts.passages(), counts.trips(), counts.grams());
        enterpriseTotals.add(key, counts);
        areas.add(
            homes.of(connection, key.enterprise()).places(),
            key.area(weighty),
            counts.passages(),
            counts.trips(),
            counts.grams());
      }
      statement.executeBatch();
    }
    writeMonths(connection, months);
    enterpriseTotals.write(connection);
    areas.write(connection);
  }

  private static void writeMonths(Connection connection, Map<TrafficKey.MonthKey, Counts> months)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MONTH)) {
      for (var key : months.keySet().stream().sorted(TrafficKey.MonthKey.ORDER).toList()) {
        key.bind(statement);
        months.get(key).bind(statement, 10);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }
}
