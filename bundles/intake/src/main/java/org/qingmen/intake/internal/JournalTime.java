package org.qingmen.intake.internal;

import java.time.Instant;
import org.qingmen.spi.journal.Journal;

/** Finds a time in the journal, whose entries lie in the order of their receipt. */
final class JournalTime {

  private JournalTime() {}

  /** Position before the first entry received at or after an instant. */
  static long before(Journal journal, Instant since) {
    long low = 0;
    long high = journal.end();
    while (low < high) {
      long middle = (low + high) >>> 1;
      boolean earlier =
          journal
              .find(middle + 1)
              .map(found -> found.entry().received().isBefore(since))
              .orElse(false);
      if (earlier) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
