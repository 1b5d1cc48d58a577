package org.qingmen.supervision.ledgers.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Moments as the enterprises' clocks show them. */
final class LocalDays {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private LocalDays() {}

  static LocalDate of(Instant instant) {
    return LocalDate.ofInstant(instant, LedgerCheckService.ZONE);
  }

  static String time(Instant instant) {
    return MINUTE.format(instant.atZone(LedgerCheckService.ZONE));
  }
}
