package org.qingmen.supervision.alarms.internal.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/** Ids that rise with time. */
final class Ids {

  private static final int BASE = 36;
  private static final long CHANCES = 60_466_176L;

  private Ids() {}

  static String next(Instant now) {
    String time = "000000000" + Long.toString(now.toEpochMilli(), BASE);
    String chance = "00000" + Long.toString(ThreadLocalRandom.current().nextLong(CHANCES), BASE);
    return (time.substring(time.length() - 9) + chance.substring(chance.length() - 5))
        .toUpperCase(Locale.ROOT);
  }
}
