package org.qingmen.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.qingmen.model.GatePassage;

/** The product's daily and monthly sums. */
final class Rollups {

  private static final String ADD =
      " ON DUPLICATE KEY UPDATE passages = passages + VALUES(passages),"
          + " trips = trips + VALUES(trips), grams = grams + VALUES(grams)";
  private static final String DAY =
      "INSERT INTO traffic_day (enterprise, day_no, stage, fuel, nev, type_term, trailer_term,"
          + " usage_code, cargo_term, direction, verdict, passages, trips, grams)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
          + ADD;
  private static final String MONTH =
      "INSERT INTO traffic_month (month_no, enterprise, stage, fuel, direction, verdict, passages,"
          + " trips, grams) VALUES (?,?,?,?,?,?,?,?,?)"
          + ADD;

  private Rollups() {}

  static void add(Connection connection, PassageRow row, long passages, long trips, long grams)
      throws SQLException {
    GatePassage passage = row.taken().passage();
    int verdict = row.taken().decision().verdict().ordinal();
    OffsetDateTime time = passage.time();
    int month = time.getYear() * 100 + time.getMonthValue();
    try (PreparedStatement s = connection.prepareStatement(DAY)) {
      s.setInt(1, row.enterprise());
      s.setInt(2, month * 100 + time.getDayOfMonth());
      s.setString(3, passage.vehicle().stage().code());
      s.setInt(4, passage.vehicle().fuel().ordinal());
      s.setInt(5, passage.newEnergy() ? 1 : 0);
      s.setInt(6, row.type());
      s.setInt(7, row.trailer());
      s.setInt(8, passage.vehicle().usage().ordinal());
      s.setInt(9, row.cargo());
      s.setInt(10, passage.direction().ordinal());
      s.setInt(11, verdict);
      sums(s, 12, passages, trips, grams);
    }
    try (PreparedStatement s = connection.prepareStatement(MONTH)) {
      s.setInt(1, month);
      s.setInt(2, row.enterprise());
      s.setString(3, passage.vehicle().stage().code());
      s.setInt(4, passage.vehicle().fuel().ordinal());
      s.setInt(5, passage.direction().ordinal());
      s.setInt(6, verdict);
      sums(s, 7, passages, trips, grams);
    }
  }

  private static void sums(PreparedStatement s, int first, long passages, long trips, long grams)
      throws SQLException {
    s.setLong(first, passages);
    s.setLong(first + 1, trips);
    s.setLong(first + 2, grams);
    s.executeUpdate();
  }
}
