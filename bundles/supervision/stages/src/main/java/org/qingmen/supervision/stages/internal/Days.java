package org.qingmen.supervision.stages.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days are those of China. */
final class Days {

  static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private Days() {}

  static LocalDate of(Instant time) {
    return time.atZone(CHINA).toLocalDate();
  }
}
