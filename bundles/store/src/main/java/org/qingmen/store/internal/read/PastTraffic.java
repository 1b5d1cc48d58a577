package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.facts.TripGroup;
import org.qingmen.store.StoredPassage;

/** One enterprise's traffic as it was known at an instant: from its rows of the period only. */
final class PastTraffic {

  private static final long WINDOW = Duration.ofDays(7).toMillis();

  private PastTraffic() {}

  static TrafficSums read(
      Connection connection, String enterprise, LocalDate from, LocalDate to, Instant asOf)
      throws SQLException {
    // A day of margin on both sides, because a day begins earlier or later elsewhere.
    long first = from.minusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    long end = to.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    Where where =
        new Where()
            .and("p.enterprise = (SELECT id FROM enterprise WHERE code = ?)", enterprise)
            .and("p.passed >= ? AND p.passed < ?", List.of(first - WINDOW, end))
            .and("p.received <= ?", asOf.toEpochMilli());
    TrafficSums sums = new TrafficSums();
    Map<String, Long> entered = new HashMap<>();
    // What was corrected later still stood then.
    String then = "%s WHERE %s UNION ALL %s WHERE %s AND p.superseded_at > %d";
    String records =
        then.formatted(
            PassageRecord.SELECT,
            where,
            PassageRecord.SELECT_SUPERSEDED,
            where,
            asOf.toEpochMilli());
    Where twice = new Where().append(where).append(where);
    PassageReader.each(
        connection,
        // In the order of time an entry always comes before the exits it covers.
        records + " ORDER BY 7, 6",
        twice,
        row -> {
          var passage = PassageRecord.read(row).passage();
          long time = row.getLong(7);
          boolean trip = trip(entered, passage.plate(), passage, time);
          LocalDate day = passage.time().toLocalDate();
          if (!day.isBefore(from) && !day.isAfter(to)) {
            sums.add(group(passage), trip ? 1 : 0, row.getLong(20), 1);
          }
        });
    return sums;
  }

  private static boolean trip(
      Map<String, Long> entered, String plate, StoredPassage passage, long time) {
    if (plate == null) {
      return true;
    }
    String key = plate + "|" + passage.colour();
    if ("in".equals(passage.direction())) {
      entered.put(key, time);
      return true;
    }
    Long entry = entered.get(key);
    return entry == null || entry < time - WINDOW;
  }

  private static TripGroup group(StoredPassage p) {
    return new TripGroup(
        p.stage(),
        p.fuel(),
        p.newEnergy(),
        p.usage(),
        p.vehicleType(),
        p.trailer(),
        p.cargo(),
        0,
        0);
  }
}
