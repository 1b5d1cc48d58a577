package org.qingmen.impact.internal;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Leaves room for the traffic: while records arrive, a worker rests after each part in proportion
 * to the time it took.
 */
final class Throttle {

  private static final long LOOK_EVERY = TimeUnit.MILLISECONDS.toNanos(500);

  private final LongSupplier journalEnd;
  private final double restShare;
  private final double busyPerSecond;
  private final Clock clock;
  private long lookedAt;
  private long end;
  private volatile boolean busy;

  /** Time as it passes, and rests. */
  interface Clock {

    /** The platform's. */
    Clock PLATFORM =
        new Clock() {
          @Override
          public long nanos() {
            return System.nanoTime();
          }

          @Override
          public void rest(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
          }
        };

    long nanos();

    void rest(long nanos) throws InterruptedException;
  }

  Throttle(LongSupplier journalEnd, double restShare, double busyPerSecond) {
    this(journalEnd, restShare, busyPerSecond, Clock.PLATFORM);
  }

  /**
   * A throttle.
   *
   * @param journalEnd position of the last record
   * @param restShare how long to rest while records arrive, per time worked; 0 for never
   * @param busyPerSecond from how many records a second on there is traffic
   */
  Throttle(LongSupplier journalEnd, double restShare, double busyPerSecond, Clock clock) {
    this.clock = clock;
    this.lookedAt = clock.nanos();
    this.journalEnd = journalEnd;
    this.restShare = restShare;
    this.busyPerSecond = busyPerSecond;
    this.end = journalEnd.getAsLong();
  }

  /** Rests after a part that took so many nanoseconds. */
  void rest(long worked) {
    look();
    if (busy && restShare > 0) {
      try {
        clock.rest((long) (worked * restShare));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized void look() {
    long now = clock.nanos();
    if (now - lookedAt < LOOK_EVERY) {
      return;
    }
    long at = journalEnd.getAsLong();
    busy = (at - end) / ((now - lookedAt) / 1e9) >= busyPerSecond;
    end = at;
    lookedAt = now;
  }
}
