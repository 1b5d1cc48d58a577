package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether stored exits are trips, asked of the records that stand. */
final class ExitTrips {

  private static final String ENTERED =
      "SELECT 1 FROM passage WHERE plate = ? AND enterprise = ? AND colour = ? AND direction = 0"
          + " AND passed BETWEEN ? AND ? LIMIT 1";
  private static final String EXITS =
      "SELECT pos, trip, passed, "
          + TrafficKey.PASSAGE_COLUMNS
          + " FROM passage WHERE plate = ? AND enterprise = ? AND colour = ? AND direction = 1"
          + " AND passed BETWEEN ? AND ?";

  private final Connection connection;
  private final Rollups rollups;

  private record Exit(long position, boolean trip, long passed, TrafficKey key) {}

  ExitTrips(Connection connection, Rollups rollups) {
    this.connection = connection;
    this.rollups = rollups;
  }

  /** Whether the vehicle did not enter within the window before a moment. */
  boolean withoutEntry(Movement movement, long time) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(ENTERED)) {
      bind(statement, movement, time - TripRule.WINDOW, time);
      try (ResultSet entry = statement.executeQuery()) {
        return !entry.next();
      }
    }
  }

  /** Decides the exits anew that an entry at this moment covers, or covered. */
  void decideAfter(Movement movement, long entered) throws SQLException {
    for (Exit exit : exits(movement, entered)) {
      boolean trip = withoutEntry(movement, exit.passed());
      if (trip != exit.trip()) {
        execute(
            connection, "UPDATE passage SET trip = ? WHERE pos = ?", trip ? 1 : 0, exit.position());
        rollups.add(exit.key(), 0, trip ? 1 : -1, 0);
      }
    }
  }

  private List<Exit> exits(Movement movement, long entered) throws SQLException {
    List<Exit> exits = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(EXITS)) {
      bind(statement, movement, entered, entered + TripRule.WINDOW);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          exits.add(
              new Exit(
                  row.getLong(1), row.getInt(2) == 1, row.getLong(3), TrafficKey.read(row, 4)));
        }
      }
    }
    return exits;
  }

  private static void bind(PreparedStatement statement, Movement movement, long from, long to)
      throws SQLException {
    statement.setString(1, movement.plate());
    statement.setInt(2, movement.enterprise());
    statement.setInt(3, movement.colour());
    statement.setLong(4, from);
    statement.setLong(5, to);
  }

  static void execute(Connection connection, String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
