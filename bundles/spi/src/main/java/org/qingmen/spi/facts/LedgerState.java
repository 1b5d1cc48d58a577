package org.qingmen.spi.facts;

/**
 * State of the gate and of the ledgers over the period.
 *
 * @param gatePassages gate passages received in the period
 * @param overdueLedgers ledgers that are overdue at its end
 * @param acceptance result of the last acceptance of the gate system at its end: {@code accepted},
 *     {@code rejected}, {@code expired}, or an empty text when it never had one
 */
public record LedgerState(long gatePassages, int overdueLedgers, String acceptance) {

  public LedgerState {
    acceptance = acceptance == null ? "" : acceptance;
  }

  /** A gate system that was never accepted. */
  public LedgerState(long gatePassages, int overdueLedgers) {
    this(gatePassages, overdueLedgers, "");
  }

  /** Gate passages received in the period. */
  public long getGatePassages() {
    return gatePassages;
  }

  /** Ledgers that are overdue. */
  public int getOverdueLedgers() {
    return overdueLedgers;
  }

  /** Result of the last acceptance, an empty text for none; packs may ask for {@code accepted}. */
  public String getAcceptance() {
    return acceptance;
  }
}
