package org.qingmen.store.internal.read;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.TrafficHours;
import org.qingmen.store.internal.db.Database;

/** Counts one enterprise's records by hour, along the index of its records in time. */
@Component
public final class HourReader implements TrafficHours {

  private static final int LONGEST_DAYS = 31;
  private static final int HOURS_PER_DAY = 24;
  private static final String COUNT =
      "SELECT FLOOR((passed + zone * 60000) / 3600000), barrier, COUNT(*) FROM passage WHERE %s"
          + " GROUP BY FLOOR((passed + zone * 60000) / 3600000), barrier ORDER BY 1, 2";

  private final Database database;

  @Activate
  public HourReader(@Reference Database database) {
    this.database = database;
  }

  @Override
  public List<Hour> hours(String enterprise, LocalDate from, LocalDate to) {
    if (ChronoUnit.DAYS.between(from, to) > LONGEST_DAYS) {
      throw new IllegalArgumentException("at most 31 days: " + from + " to " + to);
    }
    // A day of margin on both sides, because a day begins earlier or later elsewhere.
    Where where =
        new Where()
            .and("enterprise = (SELECT id FROM enterprise WHERE code = ?)", enterprise)
            .and("passed >= ?", millis(from.minusDays(1)))
            .and("passed < ?", millis(to.plusDays(2)));
    List<Hour> hours = new ArrayList<>();
    database.read(
        connection ->
            PassageReader.each(
                connection,
                COUNT.formatted(where),
                where,
                row -> {
                  long hour = row.getLong(1);
                  LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(hour, HOURS_PER_DAY));
                  if (!day.isBefore(from) && !day.isAfter(to)) {
                    int ofDay = (int) Math.floorMod(hour, (long) HOURS_PER_DAY);
                    hours.add(new Hour(day, row.getString(2), ofDay, row.getLong(3)));
                  }
                }));
    return hours;
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
