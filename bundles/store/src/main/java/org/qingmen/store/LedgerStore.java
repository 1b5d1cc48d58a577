package org.qingmen.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Ledgers, projected from the journal's entries of kind {@code LEDGER} and chained by hash per
 * enterprise.
 *
 * <p>The document of such an entry is the row as the API takes it plus {@code "ledger"} ({@code
 * dedicated-line}, {@code weigh-ticket}, {@code materials}): {@code enterprise}, {@code serial}
 * (daily materials may leave it out: {@code date/material} serves), {@code time} (with zone) or
 * {@code date}, and for dedicated lines {@code material, mode, direction, tonnes}. The first row of
 * a serial stands until a correction replaces it: a row that also has {@code corrects} with the
 * {@code serial} of the first row, {@code reason} and {@code by}. The old row stays in the chain.
 */
public interface LedgerStore {

  /** The row with this serial. */
  Optional<LedgerRow> find(String ledger, String enterprise, String serial);

  /**
   * The row with this serial and its corrections, oldest first; the last one stands. Corrections
   * have the serial of the row, a tilde and more.
   */
  List<LedgerRow> versions(String ledger, String enterprise, String serial);

  /** Rows that stand, newest day first; what was corrected is in {@link #versions}. */
  Page<LedgerRow> list(LedgerQuery query);

  /**
   * The last day for which this ledger has a row; empty when it never had one.
   *
   * @param until latest day that counts, included
   * @param asOf only rows received until then; null for all
   */
  Optional<LocalDate> lastDay(String ledger, String enterprise, LocalDate until, Instant asOf);

  /** Checks an enterprise's chain, or all chains when {@code enterprise} is null. */
  ChainCheck verify(String enterprise);
}
