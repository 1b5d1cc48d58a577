package org.qingmen.supervision.ledgers;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Ledgers held against each other and against the gates (§6.5): the rules of kind {@code ledger} in
 * force say what differs too much. Nothing is stored: what arrives late changes the answer, so an
 * answer is always as good as what is known.
 *
 * <p>Throws {@link org.qingmen.engine.PackException} {@code not-found} when no pack of the kind is
 * in force.
 */
public interface LedgerChecks {

  /** Daily stock of each material: opening + in - consumed = closing, and in against what came. */
  Checked<StockDay> balance(String enterprise, LocalDate from, LocalDate to);

  /** Contracts against what came in under them; one row per material that came in. */
  Checked<ContractUse> contracts(String enterprise, LocalDate from, LocalDate to);

  /** Vehicles that the enterprise reported per day against weigh tickets and gate. */
  Checked<ReportedDay> reportedVehicles(String enterprise, LocalDate from, LocalDate to);

  /** Visits that began (or of which only the end is known) within the days, oldest first. */
  Checked<Visit> visits(String enterprise, LocalDate from, LocalDate to);

  /** Vehicles inside at an instant, those longest inside first. */
  Checked<Visit> inside(String enterprise, Instant at);

  /** Weigh tickets of the days, with the passage each belongs to. */
  Checked<TicketCheck> tickets(String enterprise, LocalDate from, LocalDate to);
}
