package org.qingmen.security.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes whoever guesses passwords wait, longer each time; for names that do not exist as well. */
final class Attempts {

  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final int MOST_NAMES = 10_000;

  private record Failures(int count, Instant waitUntil) {}

  private final int free;
  private final Duration firstDelay;
  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MOST_NAMES;
        }
      };

  Attempts(int free, Duration firstDelay, Clock clock) {
    this.free = free;
    this.firstDelay = firstDelay;
    this.clock = clock;
  }

  /** Refuses when this name has to wait. */
  synchronized void check(String user) {
    Failures known = failures.get(user);
    if (known != null && known.waitUntil().isAfter(clock.instant())) {
      long seconds = Duration.between(clock.instant(), known.waitUntil()).toSeconds() + 1;
      throw Texts.tooMany("too-many-attempts", seconds);
    }
  }

  synchronized void failed(String user) {
    Failures known = failures.get(user);
    int count = known == null ? 1 : known.count() + 1;
    failures.put(user, new Failures(count, clock.instant().plus(delay(count))));
  }

  synchronized void succeeded(String user) {
    failures.remove(user);
  }

  private Duration delay(int count) {
    if (count < free) {
      return Duration.ZERO;
    }
    Duration delay = firstDelay.multipliedBy(1L << Math.min(count - free, 12));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }
}
