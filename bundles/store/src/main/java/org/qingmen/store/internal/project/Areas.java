package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Sums for the daily rollup without enterprises, and how they are written. */
final class Areas {

  private static final String ADD =
      "INSERT INTO traffic_area_day (digits, area, industry, day_no, stage, fuel, heavy, nev,"
          + " usage_code, direction, verdict, passages, trips, grams)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
          + Rollups.ADD;
  private static final String TIDY =
      "DELETE FROM traffic_area_day WHERE digits = ? AND area = ? AND industry = ?"
          + " AND passages = 0";

  private final Map<AreaKey, Counts> sums = new HashMap<>();

  /** Adds what a key of one enterprise counts, at each of its places. */
  void add(Collection<Place> places, AreaKey key, long passages, long trips, long grams) {
    for (Place place : places) {
      sums.computeIfAbsent(key.at(place), k -> new Counts()).add(passages, trips, grams);
    }
  }

  void write(Connection connection) throws SQLException {
    if (sums.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(ADD)) {
      for (AreaKey key : sums.keySet().stream().sorted(AreaKey.ORDER).toList()) {
        key.bind(statement);
        sums.get(key).bind(statement, 12);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  /** Leaves no group behind that counts nothing. */
  static void tidy(Connection connection, Collection<Place> places) throws SQLException {
    for (Place place : places) {
      ExitTrips.execute(connection, TIDY, place.digits(), place.area(), place.industry());
    }
  }

  /** The same on one day. */
  static void tidy(Connection connection, Collection<Place> places, int day) throws SQLException {
    for (Place place : places) {
      ExitTrips.execute(
          connection,
          TIDY + " AND day_no = ?",
          place.digits(),
          place.area(),
          place.industry(),
          day);
    }
  }
}
