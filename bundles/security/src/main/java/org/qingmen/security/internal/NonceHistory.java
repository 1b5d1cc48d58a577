package org.qingmen.security.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry.Kind;

/** Brings back after a start which nonces served before it. */
final class NonceHistory {

  private static final int STEP = 2_000;

  private NonceHistory() {}

  /**
   * Reads the journal backwards from its end into the memory, until what was received is too old to
   * be sent again. Entries are in the order they were received in, apart from what concurrent
   * callers make of a moment, which {@code slack} allows for.
   */
  static void recall(Journal journal, NonceMemory memory, int window, Instant now) {
    Duration slack = Duration.ofSeconds(60);
    Instant oldest = now.minusSeconds(2L * window).minus(slack);
    long before = journal.end() + 1;
    boolean more = before > 1;
    while (more) {
      long from = Math.max(1, before - STEP);
      List<Positioned> entries = journal.read(from - 1, (int) (before - from));
      for (Positioned positioned : entries) {
        if (positioned.entry().kind() == Kind.NONCE) {
          NonceRecord nonce = NonceRecord.read(positioned.entry());
          memory.use(nonce.keyId(), nonce.nonce(), nonce.time(), now.getEpochSecond());
        }
      }
      before = from;
      more = from > 1 && !entries.isEmpty() && entries.get(0).entry().received().isAfter(oldest);
    }
  }
}
