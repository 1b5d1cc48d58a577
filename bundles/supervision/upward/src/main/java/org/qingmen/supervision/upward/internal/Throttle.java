package org.qingmen.supervision.upward.internal;

import java.time.Duration;
import java.time.Instant;

/** At most so many records a minute, evenly: what is saved up is one minute's worth. One thread. */
final class Throttle {

  private final int perMinute;
  private double saved;
  private Instant last;

  Throttle(int perMinute, Instant now) {
    this.perMinute = perMinute;
    this.saved = perMinute;
    this.last = now;
  }

  /** How many records may go now. */
  int allowed(Instant now) {
    double minutes = Duration.between(last, now).toMillis() / 60_000.0;
    if (minutes > 0) {
      saved = Math.min(perMinute, saved + minutes * perMinute);
      last = now;
    }
    return (int) saved;
  }

  void used(int records) {
    saved -= records;
  }
}
