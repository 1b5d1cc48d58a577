package org.qingmen.supervision.stages.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Leaves a service alone for a while after it failed several times in a row. */
final class Breaker {

  private final int failures;
  private final Duration pause;
  private final Clock clock;
  private int inARow;
  private Instant until = Instant.MIN;

  Breaker(int failures, Duration pause, Clock clock) {
    this.failures = failures;
    this.pause = pause;
    this.clock = clock;
  }

  /** Whether the service may be asked; after the pause one asker tries it. */
  synchronized boolean closed() {
    if (clock.instant().isBefore(until)) {
      return false;
    }
    if (inARow >= failures) {
      until = clock.instant().plus(pause);
    }
    return true;
  }

  synchronized void succeeded() {
    inARow = 0;
    until = Instant.MIN;
  }

  /** Notes a failure; true when it is the one that opens. */
  synchronized boolean failed() {
    inARow++;
    if (inARow >= failures) {
      until = clock.instant().plus(pause);
    }
    return inARow == failures;
  }
}
