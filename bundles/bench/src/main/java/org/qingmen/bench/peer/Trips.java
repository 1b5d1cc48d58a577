package org.qingmen.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The product's trip rule: an entry is a trip; an exit is one when the vehicle did not enter within
 * the 7 days before; a late entry takes such exits back.
 */
final class Trips {

  private static final long WINDOW = Duration.ofDays(7).toMillis();
  private static final String ENTERED =
      "SELECT 1 FROM passage WHERE plate = ? AND enterprise = ? AND colour = ? AND direction = 0"
          + " AND passed BETWEEN ? AND ? LIMIT 1";
  private static final String EXITS =
      "SELECT pos, passed, zone, stage, fuel, nev, type_term, trailer_term, usage_code, cargo_term,"
          + " verdict FROM passage WHERE plate = ? AND enterprise = ? AND colour = ?"
          + " AND direction = 1 AND passed BETWEEN ? AND ? AND trip = 1";
  private static final String DAY =
      "UPDATE traffic_day SET trips = trips - 1 WHERE enterprise = ? AND direction = 1 AND day_no ="
          + " ? AND stage = ? AND fuel = ? AND nev = ? AND type_term = ? AND trailer_term = ?"
          + " AND usage_code = ? AND cargo_term = ? AND verdict = ?";
  private static final String MONTH =
      "UPDATE traffic_month SET trips = trips - 1 WHERE enterprise = ? AND direction = 1 AND"
          + " month_no = ? AND stage = ? AND fuel = ? AND verdict = ?";

  private final Connection connection;
  private final PassageRow row;
  private final Traces.Trace trace;

  Trips(Connection connection, PassageRow row, Traces.Trace trace) {
    this.connection = connection;
    this.row = row;
    this.trace = trace;
  }

  /** Whether the record is a trip. */
  boolean decide() throws SQLException {
    if (!row.taken().passage().plate().read()) {
      return true;
    }
    long time = row.passed();
    if (row.entry()) {
      if (trace.lastExit() >= time) {
        takeBack(time);
      }
      return true;
    }
    if (trace.lastEntry() <= time) {
      return trace.lastEntry() < time - WINDOW;
    }
    return !entered(time);
  }

  private boolean entered(long time) throws SQLException {
    try (PreparedStatement statement = range(ENTERED, time - WINDOW, time);
        ResultSet entry = statement.executeQuery()) {
      return entry.next();
    }
  }

  private void takeBack(long time) throws SQLException {
    try (PreparedStatement statement = range(EXITS, time, time + WINDOW);
        ResultSet exit = statement.executeQuery()) {
      while (exit.next()) {
        execute("UPDATE passage SET trip = 0 WHERE pos = ?", exit.getLong("pos"));
        uncount(exit);
      }
    }
  }

  private void uncount(ResultSet exit) throws SQLException {
    LocalDate day =
        Instant.ofEpochMilli(exit.getLong("passed"))
            .atOffset(ZoneOffset.ofTotalSeconds(exit.getInt("zone") * 60))
            .toLocalDate();
    int month = day.getYear() * 100 + day.getMonthValue();
    String stage = exit.getString("stage");
    int fuel = exit.getInt("fuel");
    int verdict = exit.getInt("verdict");
    execute(
        DAY,
        row.enterprise(),
        month * 100 + day.getDayOfMonth(),
        stage,
        fuel,
        exit.getInt("nev"),
        exit.getInt("type_term"),
        exit.getInt("trailer_term"),
        exit.getInt("usage_code"),
        exit.getInt("cargo_term"),
        verdict);
    execute(MONTH, row.enterprise(), month, stage, fuel, verdict);
  }

  private void execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private PreparedStatement range(String sql, long from, long to) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, row.taken().passage().plate().number());
    statement.setInt(2, row.enterprise());
    statement.setInt(3, row.taken().passage().plate().colour().ordinal());
    statement.setLong(4, from);
    statement.setLong(5, to);
    return statement;
  }
}
