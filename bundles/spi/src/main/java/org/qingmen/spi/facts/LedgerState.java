package org.qingmen.spi.facts;

/**
 * State of the gate and of the ledgers over the period.
 *
 * @param gatePassages gate passages received in the period
 * @param overdueLedgers ledgers that are overdue at its end
 */
public record LedgerState(long gatePassages, int overdueLedgers) {

  /** Gate passages received in the period. */
  public long getGatePassages() {
    return gatePassages;
  }

  /** Ledgers that are overdue. */
  public int getOverdueLedgers() {
    return overdueLedgers;
  }
}
