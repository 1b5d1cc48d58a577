package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which passages are trips: an entry is one; an exit is one when the same plate and colour did not
 * enter the same enterprise within the 7 days before. An entry that arrives late takes the trips of
 * such exits back. Unread plates cannot be matched: each counts.
 */
final class TripRule {

  static final long WINDOW = Duration.ofDays(7).toMillis();
  private static final String ENTERED =
      "SELECT 1 FROM passage WHERE plate = ? AND enterprise = ? AND colour = ? AND direction = 0"
          + " AND passed BETWEEN ? AND ? LIMIT 1";
  private static final String EXITS =
      "SELECT pos, "
          + TrafficKey.PASSAGE_COLUMNS
          + " FROM passage WHERE plate = ? AND enterprise = ? AND colour = ? AND direction = 1"
          + " AND passed BETWEEN ? AND ? AND trip = 1";

  private final Connection connection;
  private final Movements movements;
  private final Map<Movement, List<PassageRow>> before = new HashMap<>();
  private final List<TakenBack> takenBack = new ArrayList<>();

  /** A stored exit whose trip a late entry takes back. */
  record TakenBack(long position, TrafficKey key) {}

  TripRule(Connection connection, Movements movements) {
    this.connection = connection;
    this.movements = movements;
  }

  /** Decides the rows of a batch, in their order. */
  void decide(List<PassageRow> rows) throws SQLException {
    movements.load(connection, rows);
    for (PassageRow row : rows) {
      Movement movement = row.movement();
      if (movement == null) {
        row.trip = true;
        continue;
      }
      if (row.entry()) {
        enter(row, movement);
      } else {
        leave(row, movement);
      }
      before.computeIfAbsent(movement, m -> new ArrayList<>(2)).add(row);
    }
  }

  /** Stored exits that are trips no more. */
  List<TakenBack> takenBack() {
    return takenBack;
  }

  private void enter(PassageRow row, Movement movement) throws SQLException {
    row.trip = true;
    Movements.State state = movements.get(movement);
    long time = row.fields.passed();
    if (state.lastExit() >= time) {
      takeBack(movement, time);
    }
    movements.put(movement, state.entered(time));
  }

  private void leave(PassageRow row, Movement movement) throws SQLException {
    Movements.State state = movements.get(movement);
    long time = row.fields.passed();
    if (state.lastEntry() <= time) {
      row.trip = state.lastEntry() < time - WINDOW;
    } else {
      // A later entry is known already: an earlier one may lie within the window too.
      row.trip = !entered(movement, time - WINDOW, time);
    }
    movements.put(movement, state.left(time));
  }

  private void takeBack(Movement movement, long time) throws SQLException {
    for (PassageRow row : before.getOrDefault(movement, List.of())) {
      long passed = row.fields.passed();
      if (!row.entry() && passed >= time && passed <= time + WINDOW) {
        row.trip = false;
      }
    }
    try (PreparedStatement statement = range(EXITS, movement, time, time + WINDOW);
        ResultSet exits = statement.executeQuery()) {
      while (exits.next()) {
        TakenBack exit = new TakenBack(exits.getLong(1), TrafficKey.read(exits, 2));
        if (!takenBack.contains(exit)) {
          takenBack.add(exit);
        }
      }
    }
  }

  private boolean entered(Movement movement, long from, long to) throws SQLException {
    for (PassageRow row : before.getOrDefault(movement, List.of())) {
      long passed = row.fields.passed();
      if (row.entry() && passed >= from && passed <= to) {
        return true;
      }
    }
    try (PreparedStatement statement = range(ENTERED, movement, from, to);
        ResultSet entry = statement.executeQuery()) {
      return entry.next();
    }
  }

  private PreparedStatement range(String sql, Movement movement, long from, long to)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, movement.plate());
    statement.setInt(2, movement.enterprise());
    statement.setInt(3, movement.colour());
    statement.setLong(4, from);
    statement.setLong(5, to);
    return statement;
  }
}
