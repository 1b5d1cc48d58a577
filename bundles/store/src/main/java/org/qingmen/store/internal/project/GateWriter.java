package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Map;
import org.qingmen.store.internal.project.GateMemory.DayKey;
import org.qingmen.store.internal.project.GateMemory.Gate;
import org.qingmen.store.internal.project.GateRows.GateEventRow;

/** Writes the gates' rows of a batch, many per round trip. */
final class GateWriter {

  private static final String DAY =
      "INSERT INTO gate_day (enterprise, day_no, barrier, minutes, hours, heartbeats, passages,"
          + " late, counted, pictured, raises) VALUES (?,?,?,?,?,?,?,?,?,?,?)"
          + " ON DUPLICATE KEY UPDATE minutes = VALUES(minutes), hours = VALUES(hours),"
          + " heartbeats = VALUES(heartbeats), passages = VALUES(passages), late = VALUES(late),"
          + " counted = VALUES(counted), pictured = VALUES(pictured), raises = VALUES(raises)";
  private static final String STATE =
      "INSERT INTO gate_state (enterprise, barrier, heartbeat, passage, skew, faults)"
          + " VALUES (?,?,?,?,?,?) ON DUPLICATE KEY UPDATE heartbeat = VALUES(heartbeat),"
          + " passage = VALUES(passage), skew = VALUES(skew), faults = VALUES(faults)";
  private static final String EVENT =
      "INSERT INTO gate_event (pos, enterprise, barrier, kind, happened, received, operator,"
          + " reason, code) VALUES (?,?,?,?,?,?,?,?,?)"
          + " ON DUPLICATE KEY UPDATE received = VALUES(received)";

  private GateWriter() {}

  static void days(Connection connection, Map<DayKey, GateDayRow> days) throws SQLException {
    if (days.isEmpty()) {
      return;
    }
    try (PreparedStatement s = connection.prepareStatement(DAY)) {
      for (Map.Entry<DayKey, GateDayRow> one : days.entrySet()) {
        s.setInt(1, one.getKey().gate().enterprise());
        s.setInt(2, one.getKey().day());
        s.setString(3, one.getKey().gate().barrier());
        bind(s, one.getValue());
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  private static void bind(PreparedStatement s, GateDayRow row) throws SQLException {
    s.setBytes(4, row.minuteBytes());
    s.setBytes(5, row.hourBytes());
    s.setLong(6, row.heartbeats);
    s.setLong(7, row.passages);
    s.setLong(8, row.late);
    s.setLong(9, row.counted);
    s.setLong(10, row.pictured);
    s.setLong(11, row.raises);
  }

  static void states(Connection connection, Map<Gate, GateStateRow> states) throws SQLException {
    if (states.isEmpty()) {
      return;
    }
    try (PreparedStatement s = connection.prepareStatement(STATE)) {
      for (Map.Entry<Gate, GateStateRow> one : states.entrySet()) {
        GateStateRow row = one.getValue();
        s.setInt(1, one.getKey().enterprise());
        s.setString(2, one.getKey().barrier());
        number(s, 3, row.heartbeat);
        number(s, 4, row.passage);
        number(s, 5, row.skew);
        s.setString(6, row.faults);
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  static void events(Connection connection, List<GateEventRow> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    try (PreparedStatement s = connection.prepareStatement(EVENT)) {
      for (GateEventRow event : events) {
        event.bind(s);
        s.addBatch();
      }
      s.executeBatch();
    }
  }

  private static void number(PreparedStatement s, int at, Long value) throws SQLException {
    if (value == null) {
      s.setNull(at, Types.BIGINT);
    } else {
      s.setLong(at, value);
    }
  }
}
