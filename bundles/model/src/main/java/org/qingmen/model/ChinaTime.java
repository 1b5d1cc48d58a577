package org.qingmen.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Days and clock times as they are counted where the rules hold: all of China has one zone. */
public final class ChinaTime {

  /** The zone; no summer time since 1991. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private ChinaTime() {}

  /** The day on which an instant lies. */
  public static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZONE);
  }

  /** The first instant of a day. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** The first instant after a day. */
  public static Instant endOf(LocalDate day) {
    return startOf(day.plusDays(1));
  }

  /**
   * Days that lie wholly within a period: a day of which only a part belongs to an alert is neither
   * a day with it nor one without.
   *
   * @param to exclusive
   */
  public static List<LocalDate> wholeDays(Instant from, Instant to) {
    LocalDate first = day(from);
    LocalDate begin = startOf(first).equals(from) ? first : first.plusDays(1);
    LocalDate end = day(to);
    return begin.isBefore(end) ? begin.datesUntil(end).toList() : List.of();
  }

  /** An instant with its offset, such as {@code 2026-10-01T08:00:00+08:00}. */
  public static String text(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(ZONE));
  }
}
