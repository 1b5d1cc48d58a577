package org.qingmen.supervision.ledgers.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.qingmen.model.ChinaTime;

/** Moments as the enterprises' clocks show them. */
final class LocalDays {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private LocalDays() {}

  static LocalDate of(Instant instant) {
    return ChinaTime.day(instant);
  }

  static String time(Instant instant) {
    return MINUTE.format(instant.atZone(ChinaTime.ZONE));
  }
}
