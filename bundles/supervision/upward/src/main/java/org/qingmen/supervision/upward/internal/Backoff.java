package org.qingmen.supervision.upward.internal;

import java.time.Duration;
import java.time.Instant;
import org.qingmen.model.Text;

/** Waits that double with each failure. For one thread, read by others. */
final class Backoff {

  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private volatile int failures;
  private volatile Instant next = Instant.EPOCH;
  private volatile Instant since;
  private volatile Text trouble;

  void failed(Instant now, Text reason) {
    long seconds = FIRST.toSeconds() << Math.min(failures, 9);
    next = now.plusSeconds(Math.min(seconds, LONGEST.toSeconds()));
    since = since == null ? now : since;
    failures++;
    trouble = reason;
  }

  void well() {
    failures = 0;
    next = Instant.EPOCH;
    since = null;
    trouble = null;
  }

  boolean waits(Instant now) {
    return now.isBefore(next);
  }

  int failures() {
    return failures;
  }

  Instant next() {
    return since == null ? null : next;
  }

  Instant since() {
    return since;
  }

  Text trouble() {
    return trouble;
  }
}
