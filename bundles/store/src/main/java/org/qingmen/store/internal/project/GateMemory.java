package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gates' days and states that were written last, so that they need not be read again. */
final class GateMemory {

  private static final int REMEMBERED = 20_000;
  private static final String DAY =
      "SELECT minutes, hours, heartbeats, passages, late, counted, pictured, raises FROM gate_day"
          + " WHERE enterprise = ? AND day_no = ? AND barrier = ?";
  private static final String STATE =
      "SELECT heartbeat, passage, skew, faults FROM gate_state WHERE enterprise = ? AND barrier = ?";

  final GateSettings settings;
  private final Map<DayKey, GateDayRow> days = new LruMap<>();
  private final Map<Gate, GateStateRow> states = new LruMap<>();

  record Gate(int enterprise, String barrier) {}

  record DayKey(Gate gate, int day) {}

  GateMemory(GateSettings settings) {
    this.settings = settings;
  }

  void clear() {
    days.clear();
    states.clear();
  }

  GateDayRow day(Connection connection, DayKey key) throws SQLException {
    GateDayRow known = days.get(key);
    if (known == null) {
      known = read(connection, key);
      days.put(key, known);
    }
    return known;
  }

  GateStateRow state(Connection connection, Gate gate) throws SQLException {
    GateStateRow known = states.get(gate);
    if (known == null) {
      known = read(connection, gate);
      states.put(gate, known);
    }
    return known;
  }

  private static GateDayRow read(Connection connection, DayKey key) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(DAY)) {
      statement.setInt(1, key.gate().enterprise());
      statement.setInt(2, key.day());
      statement.setString(3, key.gate().barrier());
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return new GateDayRow();
        }
        GateDayRow day = new GateDayRow(row.getBytes(1), row.getBytes(2));
        day.heartbeats = row.getLong(3);
        day.passages = row.getLong(4);
        day.late = row.getLong(5);
        day.counted = row.getLong(6);
        day.pictured = row.getLong(7);
        day.raises = row.getLong(8);
        return day;
      }
    }
  }

  private static GateStateRow read(Connection connection, Gate gate) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(STATE)) {
      statement.setInt(1, gate.enterprise());
      statement.setString(2, gate.barrier());
      try (ResultSet row = statement.executeQuery()) {
        GateStateRow state = new GateStateRow();
        if (row.next()) {
          state.heartbeat = (Long) row.getObject(1);
          state.passage = (Long) row.getObject(2);
          state.skew = (Long) row.getObject(3);
          state.faults = row.getString(4);
        }
        return state;
      }
    }
  }

  private static final class LruMap<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    LruMap() {
      super(1024, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > REMEMBERED;
    }
  }
}
