package org.qingmen.demo.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The month that is played: thirty days, with an orange alert in its middle.
 *
 * @param first first day
 */
record Calendar(LocalDate first) {

  static final int DAYS = 30;
  static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

  private static final int LISTED = 4;
  private static final int ALERT_FROM = 11;
  private static final int ALERT_TO = 15;
  private static final int[] HOURS = {
    2, 1, 1, 1, 2, 4, 8, 11, 12, 11, 10, 8, 7, 9, 11, 11, 10, 9, 7, 6, 5, 4, 3, 3
  };
  private static final int ALL_HOURS = IntStream.of(HOURS).sum();

  /** The month that ends yesterday. */
  static Calendar endingYesterday(LocalDate today) {
    return new Calendar(today.minusDays(DAYS));
  }

  List<LocalDate> days() {
    return Stream.iterate(first, day -> day.plusDays(1)).limit(DAYS).toList();
  }

  /** When the violator list was published. */
  OffsetDateTime listed() {
    return first.plusDays(LISTED).atStartOfDay().atOffset(ZONE);
  }

  OffsetDateTime alertBegins() {
    return first.plusDays(ALERT_FROM).atTime(12, 0).atOffset(ZONE);
  }

  OffsetDateTime alertEnds() {
    return first.plusDays(ALERT_TO).atTime(12, 0).atOffset(ZONE);
  }

  boolean alert(OffsetDateTime time) {
    return !time.isBefore(alertBegins()) && time.isBefore(alertEnds());
  }

  /** How busy a day is, 1 on an ordinary working day. */
  static double activity(LocalDate day) {
    DayOfWeek weekday = day.getDayOfWeek();
    return weekday == DayOfWeek.SUNDAY ? 0.6 : weekday == DayOfWeek.SATURDAY ? 0.8 : 1;
  }

  /** A time of the day, most often by daylight. */
  static OffsetDateTime time(LocalDate day, Random random) {
    int left = random.nextInt(ALL_HOURS);
    int hour = 0;
    while ((left -= HOURS[hour]) >= 0) {
      hour++;
    }
    LocalDateTime time = day.atTime(hour, random.nextInt(60), random.nextInt(60));
    return time.atOffset(ZONE);
  }
}
