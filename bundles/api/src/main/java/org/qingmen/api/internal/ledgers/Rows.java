package org.qingmen.api.internal.ledgers;

import java.time.Duration;
import java.util.function.Function;
import org.qingmen.store.EnterpriseDays.Movement;
import org.qingmen.supervision.ledgers.ContractUse;
import org.qingmen.supervision.ledgers.ReportedDay;
import org.qingmen.supervision.ledgers.StockDay;
import org.qingmen.supervision.ledgers.TicketCheck;
import org.qingmen.supervision.ledgers.Visit;

/** What is shown of each kind of row. */
final class Rows {

  static final Columns<StockDay> STOCK =
      new Columns<StockDay>()
          .with("day", StockDay::day)
          .with("material", StockDay::material)
          .with("opening", StockDay::opening)
          .with("in", StockDay::in)
          .with("consumed", StockDay::consumed)
          .with("closing", StockDay::closing)
          .with("expected", StockDay::expected)
          .with("difference", StockDay::difference)
          .with("previousClosing", StockDay::previousClosing)
          .with("line", StockDay::line)
          .with("gate", StockDay::gate)
          .with("tickets", StockDay::tickets)
          .with("inDifference", StockDay::inDifference);
  static final Columns<ContractUse> CONTRACT =
      new Columns<ContractUse>()
          .with("material", ContractUse::material)
          .with("received", ContractUse::received)
          .with("uncovered", ContractUse::uncovered)
          .with("contracts", use -> use.contracts().size())
          .with("parties", Rows::parties)
          .with("quantity", Rows::quantity);
  static final Columns<ReportedDay> REPORTED =
      new Columns<ReportedDay>()
          .with("day", ReportedDay::day)
          .with("reported", ReportedDay::reported)
          .with("tickets", ReportedDay::tickets)
          .with("trips", ReportedDay::trips);
  static final Columns<Visit> VISIT =
      new Columns<Visit>()
          .with("plate", visit -> visit.first().plate())
          .with("colour", "colour", visit -> visit.first().colour())
          .with("stage", "stage", visit -> visit.first().stage())
          .with("state", "visit", visit -> visit.kind().code())
          .with("entryTime", entry(Movement::time))
          .with("entryBarrier", entry(Movement::barrier))
          .with("entryReceipt", entry(Movement::receipt))
          .with("exitTime", exit(Movement::time))
          .with("exitBarrier", exit(Movement::barrier))
          .with("exitReceipt", exit(Movement::receipt))
          .with("minutes", Rows::minutes)
          .with("cargoIn", entry(Movement::cargo))
          .with("tonnesIn", entry(Movement::tonnes))
          .with("cargoOut", exit(Movement::cargo))
          .with("tonnesOut", exit(Movement::tonnes));
  static final Columns<TicketCheck> TICKET =
      new Columns<TicketCheck>()
          .with("serial", TicketCheck::serial)
          .with("time", TicketCheck::time)
          .with("plate", TicketCheck::plate)
          .with("material", TicketCheck::material)
          .with("gross", TicketCheck::gross)
          .with("tare", TicketCheck::tare)
          .with("net", TicketCheck::net)
          .with("pairedWith", TicketCheck::pairedWith)
          .with("receipt", TicketCheck::receipt)
          .with("passageTonnes", TicketCheck::passageTonnes);

  private Rows() {}

  private static Function<Visit, Object> entry(Function<Movement, Object> value) {
    return visit -> visit.entry() == null ? null : value.apply(visit.entry());
  }

  private static Function<Visit, Object> exit(Function<Movement, Object> value) {
    return visit -> visit.exit() == null ? null : value.apply(visit.exit());
  }

  private static Object minutes(Visit visit) {
    Duration dwell = visit.dwell();
    return dwell == null ? null : dwell.toMinutes();
  }

  private static Object parties(ContractUse use) {
    return String.join(
        "、", use.contracts().stream().map(c -> c.party() == null ? c.id() : c.party()).toList());
  }

  private static Object quantity(ContractUse use) {
    return use.contracts().stream().anyMatch(c -> c.quantity() != null)
        ? use.contracts().stream().mapToDouble(c -> c.quantity() == null ? 0 : c.quantity()).sum()
        : null;
  }
}
