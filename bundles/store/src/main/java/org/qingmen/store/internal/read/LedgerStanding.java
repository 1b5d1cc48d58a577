package org.qingmen.store.internal.read;

import java.time.Instant;
import java.util.List;

/** Which rows of ledgers stand: those that no correction replaced. */
final class LedgerStanding {

  private LedgerStanding() {}

  /** Restricts to the rows that stood at an instant; null for now. */
  static void then(Where where, Instant asOf) {
    if (asOf == null) {
      where.and("corrected_by IS NULL", List.of());
    } else {
      where.and("(corrected_at IS NULL OR corrected_at > ?)", asOf.toEpochMilli());
    }
  }
}
