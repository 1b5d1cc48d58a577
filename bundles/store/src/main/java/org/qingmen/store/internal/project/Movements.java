package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When each vehicle last entered and left each enterprise, so that records in order need no query.
 * Remembers the vehicles seen last; others are looked up, many at once.
 */
final class Movements {

  private static final int REMEMBERED = 100_000;
  private static final int AT_ONCE = 200;
  private static final State NEVER = new State(Long.MIN_VALUE, Long.MIN_VALUE);
  private static final String LAST =
      "SELECT enterprise, plate, colour, direction, MAX(passed) FROM passage WHERE plate IN (%s)"
          + " GROUP BY enterprise, plate, colour, direction";

  private final Map<Movement, State> states =
      new LinkedHashMap<>(4096, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Movement, State> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Latest entry and exit, milliseconds; {@code Long.MIN_VALUE} when there was none. */
  record State(long lastEntry, long lastExit) {

    State entered(long time) {
      return new State(Math.max(lastEntry, time), lastExit);
    }

    State left(long time) {
      return new State(lastEntry, Math.max(lastExit, time));
    }
  }

  State get(Movement movement) {
    return states.getOrDefault(movement, NEVER);
  }

  void put(Movement movement, State state) {
    states.put(movement, state);
  }

  /** Forgets one vehicle, because a record of it was corrected. */
  void forget(Movement movement) {
    states.remove(movement);
  }

  /** Forgets everything, because a transaction failed. */
  void clear() {
    states.clear();
  }

  /** Looks up the vehicles of a batch that are not remembered. */
  void load(Connection connection, List<PassageRow> rows) throws SQLException {
    Set<String> plates = new LinkedHashSet<>();
    for (PassageRow row : rows) {
      Movement movement = row.movement();
      if (movement != null && !states.containsKey(movement)) {
        plates.add(movement.plate());
        states.put(movement, NEVER);
      }
    }
    List<String> missing = List.copyOf(plates);
    for (int i = 0; i < missing.size(); i += AT_ONCE) {
      load(connection, missing, i);
    }
  }

  private void load(Connection connection, List<String> plates, int from) throws SQLException {
    // Always the same number of marks, so that the statement is prepared once.
    String marks = "?,".repeat(AT_ONCE - 1) + "?";
    try (PreparedStatement statement = connection.prepareStatement(LAST.formatted(marks))) {
      for (int i = 0; i < AT_ONCE; i++) {
        statement.setString(i + 1, plates.get(Math.min(from + i, plates.size() - 1)));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          Movement movement = new Movement(row.getInt(1), row.getString(2), row.getInt(3));
          long time = row.getLong(5);
          State state = get(movement);
          states.put(movement, row.getInt(4) == 0 ? state.entered(time) : state.left(time));
        }
      }
    }
  }
}
