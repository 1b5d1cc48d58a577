package org.qingmen.supervision.response.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.qingmen.model.ChinaTime;

/** One trip of the tests, as it happened; local time. */
record Trip(LocalDateTime time, String stage, String fuel, boolean heavy, boolean denied) {

  LocalDate day() {
    return time.toLocalDate();
  }

  Instant instant() {
    return time.atZone(ChinaTime.ZONE).toInstant();
  }

  boolean newEnergy() {
    return "D".equals(stage);
  }
}
