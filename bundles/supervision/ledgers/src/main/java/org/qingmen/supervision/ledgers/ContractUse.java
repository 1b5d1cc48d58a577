package org.qingmen.supervision.ledgers;

import java.time.LocalDate;
import java.util.List;

/**
 * A material that came in, and the contracts it may have come under.
 *
 * @param material the material
 * @param received tonnes that came in within the period asked for
 * @param uncovered the first day on which it came in without any contract, null when every day is
 *     covered
 * @param contracts contracts for it that touch the period
 */
public record ContractUse(
    String material, double received, LocalDate uncovered, List<Contract> contracts) {

  public ContractUse {
    contracts = List.copyOf(contracts);
  }

  /**
   * A contract on file.
   *
   * @param id id of the registry document
   * @param party the other party
   * @param quantity agreed quantity in tonnes, null when the contract names none
   * @param from first day
   * @param to last day, null while open
   * @param received tonnes of the material that came in since {@code from}, all contracts of the
   *     same days together
   */
  public record Contract(
      String id, String party, Double quantity, LocalDate from, LocalDate to, double received) {

    /** Whether it holds on a day. */
    public boolean holds(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }
}
