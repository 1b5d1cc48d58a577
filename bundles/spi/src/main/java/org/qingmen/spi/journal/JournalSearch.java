package org.qingmen.spi.journal;

import java.time.Instant;
import java.util.List;
import org.qingmen.spi.journal.Journal.Positioned;

/** Finds a time in the journal, which is in the order of receipt. */
public final class JournalSearch {

  private JournalSearch() {}

  /** A position before which everything was received before an instant. */
  public static long before(Journal journal, Instant instant) {
    long low = 0;
    long high = journal.end();
    while (low < high) {
      long middle = low + (high - low) / 2;
      List<Positioned> next = journal.read(middle, 1);
      if (!next.isEmpty() && next.get(0).entry().received().isBefore(instant)) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
