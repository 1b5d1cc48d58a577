package org.qingmen.supervision.response.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** One trip of the tests, as it happened; local time. */
record Trip(LocalDateTime time, String stage, String fuel, boolean heavy, boolean denied) {

  LocalDate day() {
    return time.toLocalDate();
  }

  Instant instant() {
    return time.atZone(ZoneId.of("Asia/Shanghai")).toInstant();
  }

  boolean newEnergy() {
    return "D".equals(stage);
  }
}
