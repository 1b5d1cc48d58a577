package org.qingmen.bench.peer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.qingmen.model.Direction;
import org.qingmen.model.GatePassage;

/** Where vehicles were seen last: from memory, or from the database when memory does not know. */
final class Traces {

  private static final long WINDOW = Duration.ofDays(7).toMillis();
  private static final int MOST = 200_000;
  private static final String LAST =
      "SELECT p.direction, MAX(p.passed) FROM passage p JOIN enterprise e ON e.id = p.enterprise"
          + " WHERE p.plate = ? AND e.code = ? AND p.colour = ? GROUP BY p.direction";

  private final DataSource source;
  private final Cache<String, Trace> traces = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<String, String> plates = Caffeine.newBuilder().maximumSize(MOST).build();

  /** Latest entry and exit, milliseconds; {@code Long.MIN_VALUE} when there was none. */
  record Trace(long lastEntry, long lastExit) {

    private static final Trace NEVER = new Trace(Long.MIN_VALUE, Long.MIN_VALUE);

    /**
     * Whether it entered within the 7 days before; an unread plate has the benefit of the doubt.
     */
    boolean enteredWithinWindow(GatePassage passage) {
      long time = passage.time().toInstant().toEpochMilli();
      return !passage.plate().read() || (lastEntry <= time && lastEntry >= time - WINDOW);
    }

    private Trace after(GatePassage passage) {
      long time = passage.time().toInstant().toEpochMilli();
      return passage.direction() == Direction.IN
          ? new Trace(Math.max(lastEntry, time), lastExit)
          : new Trace(lastEntry, Math.max(lastExit, time));
    }
  }

  Traces(DataSource source) {
    this.source = source;
  }

  /** The last movements of the vehicle at the enterprise. */
  Trace of(GatePassage passage) throws SQLException {
    if (!passage.plate().read()) {
      return Trace.NEVER;
    }
    Trace known = traces.getIfPresent(key(passage));
    return known != null ? known : load(passage);
  }

  /** Another plate under which the same VIN was seen, null when none. */
  String otherPlate(GatePassage passage) {
    if (passage.vehicle().vin() == null || !passage.plate().read()) {
      return null;
    }
    String plate = plates.getIfPresent(passage.vehicle().vin().value());
    return plate == null || plate.equals(passage.plate().number()) ? null : plate;
  }

  /** Notes a committed passage. */
  void note(GatePassage passage, Trace before) {
    if (passage.plate().read()) {
      traces.put(key(passage), before.after(passage));
      if (passage.vehicle().vin() != null) {
        plates.put(passage.vehicle().vin().value(), passage.plate().number());
      }
    }
  }

  private Trace load(GatePassage passage) throws SQLException {
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(LAST)) {
      statement.setString(1, passage.plate().number());
      statement.setString(2, passage.enterprise());
      statement.setInt(3, passage.plate().colour().ordinal());
      Trace trace = Trace.NEVER;
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          long time = row.getLong(2);
          trace =
              row.getInt(1) == Direction.IN.ordinal()
                  ? new Trace(time, trace.lastExit())
                  : new Trace(trace.lastEntry(), time);
        }
      }
      connection.commit();
      return trace;
    }
  }

  private static String key(GatePassage passage) {
    return passage.enterprise() + '|' + passage.plate().number() + '|' + passage.plate().colour();
  }
}
