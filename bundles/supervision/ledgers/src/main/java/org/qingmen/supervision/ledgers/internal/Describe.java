package org.qingmen.supervision.ledgers.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.qingmen.supervision.ledgers.ContractUse;
import org.qingmen.supervision.ledgers.ReportedDay;
import org.qingmen.supervision.ledgers.StockDay;
import org.qingmen.supervision.ledgers.TicketCheck;
import org.qingmen.supervision.ledgers.Visit;

/** Rows as the rules of kind {@code ledger} see them; the names are in the guide. */
final class Describe {

  private static final double SECONDS_PER_MINUTE = 60;

  private Describe() {}

  static void stock(StockDay row, Map<String, Object> values) {
    values.put("day", row.day());
    values.put("material", row.material());
    values.put("entered", row.entered());
    values.put("opening", row.opening());
    values.put("in", row.in());
    values.put("consumed", row.consumed());
    values.put("closing", row.closing());
    values.put("expected", row.expected());
    values.put("difference", row.difference());
    values.put("previousClosing", row.previousClosing());
    values.put("previousDay", row.previousDay());
    if (row.previousDay() != null) {
      values.put("missingDays", ChronoUnit.DAYS.between(row.previousDay(), row.day()) - 1);
    }
    values.put("jump", row.jump());
    values.put("line", row.line());
    values.put("gate", row.gate());
    values.put("tickets", row.tickets());
    values.put("road", row.road());
    values.put("inDifference", row.inDifference());
  }

  static void contract(ContractUse row, Map<String, Object> values) {
    values.put("material", row.material());
    values.put("received", row.received());
    values.put("uncovered", row.uncovered());
    values.put("contracts", row.contracts().size());
    ContractUse.Contract worst = null;
    for (ContractUse.Contract contract : row.contracts()) {
      if (contract.quantity() != null && (worst == null || over(contract) > over(worst))) {
        worst = contract;
      }
    }
    if (worst != null) {
      values.put("party", worst.party());
      values.put("quantity", worst.quantity());
      values.put("underContract", worst.received());
    }
  }

  private static double over(ContractUse.Contract contract) {
    return contract.received() - contract.quantity();
  }

  static void reported(ReportedDay row, Map<String, Object> values) {
    values.put("day", row.day());
    values.put("reported", row.reported());
    values.put("tickets", row.tickets());
    values.put("trips", row.trips());
  }

  static void visit(Visit visit, Instant now, Map<String, Object> values) {
    values.put("state", visit.kind().code());
    values.put("plate", visit.first().plate());
    values.put("day", LocalDays.of(visit.begin()));
    values.put("begin", LocalDays.time(visit.begin()));
    Duration stay = visit.dwell();
    if (stay == null && visit.kind() == Visit.Kind.INSIDE) {
      stay = Duration.between(visit.begin(), now);
    }
    if (stay != null) {
      values.put("minutes", stay.toSeconds() / SECONDS_PER_MINUTE);
    }
  }

  static void ticket(TicketCheck row, Map<String, Object> values) {
    values.put("serial", row.serial());
    values.put("plate", row.plate());
    values.put("material", row.material());
    values.put("net", row.net());
    values.put("matched", row.receipt() != null);
    values.put("passageTonnes", row.passageTonnes());
  }
}
