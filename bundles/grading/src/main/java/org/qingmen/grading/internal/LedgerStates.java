package org.qingmen.grading.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.qingmen.store.LedgerStore;

/**
 * Whether the ledgers are kept up. A ledger that was begun is expected to go on; one that was never
 * begun is none that the enterprise keeps, and its absence shows in the shares that it would feed.
 */
final class LedgerStates {

  private static final List<String> EXPECTED = List.of("dedicated-line", "materials");

  private final LedgerStore ledgers;
  private final int days;

  /**
   * @param days days without a row after which a ledger is overdue
   */
  LedgerStates(LedgerStore ledgers, int days) {
    this.ledgers = ledgers;
    this.days = days;
  }

  /** How many ledgers are overdue at the end of a day, by what was received until {@code asOf}. */
  int overdue(String enterprise, LocalDate day, Instant asOf) {
    return (int)
        EXPECTED.stream()
            .flatMap(ledger -> ledgers.lastDay(ledger, enterprise, day, asOf).stream())
            .filter(last -> last.isBefore(day.minusDays(days)))
            .count();
  }
}
