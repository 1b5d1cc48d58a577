package org.qingmen.store.internal.project;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Days as numbers yyyymmdd, readable in the database. */
public final class Days {

  private static final int SECONDS_PER_MINUTE = 60;

  private Days() {}

  /** The number of a day. */
  public static int of(LocalDate day) {
    return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
  }

  /** The day of a moment in a zone given in minutes east of Greenwich. */
  public static int of(long millis, int zoneMinutes) {
    return of(time(millis, zoneMinutes).toLocalDate());
  }

  /** The day with this number. */
  public static LocalDate day(int number) {
    return LocalDate.of(number / 10_000, number / 100 % 100, number % 100);
  }

  /** A stored moment with its zone. */
  public static OffsetDateTime time(long millis, int zoneMinutes) {
    return Instant.ofEpochMilli(millis)
        .atOffset(ZoneOffset.ofTotalSeconds(zoneMinutes * SECONDS_PER_MINUTE));
  }

  /** Minutes east of Greenwich. */
  public static int zone(OffsetDateTime time) {
    return time.getOffset().getTotalSeconds() / SECONDS_PER_MINUTE;
  }
}
