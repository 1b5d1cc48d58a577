package org.qingmen.supervision.ledgers.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.EnterpriseDays;
import org.qingmen.store.Registry;
import org.qingmen.supervision.ledgers.Checked;
import org.qingmen.supervision.ledgers.ContractUse;
import org.qingmen.supervision.ledgers.LedgerChecks;
import org.qingmen.supervision.ledgers.ReportedDay;
import org.qingmen.supervision.ledgers.StockDay;
import org.qingmen.supervision.ledgers.TicketCheck;
import org.qingmen.supervision.ledgers.Visit;

/** Reads what is needed of one enterprise, puts it side by side and asks the rules. */
@Component
public final class LedgerCheckService implements LedgerChecks {

  private final EnterpriseDays days;
  private final Registry registry;
  private final Enterprises enterprises;
  private final Judge judge;
  private final Judging judging;
  private final Clock clock;

  /** Wired by the container. */
  @Activate
  public LedgerCheckService(
      @Reference EnterpriseDays days,
      @Reference Registry registry,
      @Reference Enterprises enterprises,
      @Reference Judge judge) {
    this(days, registry, enterprises, judge, Clock.systemUTC());
  }

  LedgerCheckService(
      EnterpriseDays days, Registry registry, Enterprises enterprises, Judge judge, Clock clock) {
    this.days = days;
    this.registry = registry;
    this.enterprises = enterprises;
    this.judge = judge;
    this.judging = new Judging(judge);
    this.clock = clock;
  }

  @Override
  public Checked<StockDay> balance(String enterprise, LocalDate from, LocalDate to) {
    List<StockDay> stock = Stock.of(days, enterprise, from, to);
    return judging.rows("stock", division(enterprise), to, stock, Describe::stock);
  }

  @Override
  public Checked<ContractUse> contracts(String enterprise, LocalDate from, LocalDate to) {
    List<ContractUse> uses = new Contracts(days, registry).of(enterprise, from, to);
    return judging.rows("contract", division(enterprise), to, uses, Describe::contract);
  }

  @Override
  public Checked<ReportedDay> reportedVehicles(String enterprise, LocalDate from, LocalDate to) {
    List<ReportedDay> reported = new Reported(days, registry).of(enterprise, from, to);
    return judging.rows("reported", division(enterprise), to, reported, Describe::reported);
  }

  @Override
  public Checked<Visit> visits(String enterprise, LocalDate from, LocalDate to) {
    String division = division(enterprise);
    Duration longest = Limits.of(judge, division, to).longestVisit();
    Instant begin = ChinaTime.startOf(from);
    Instant end = ChinaTime.endOf(to);
    List<Visit> visits =
        new Pairing(longest, clock.instant())
            .visits(days.movements(enterprise, begin.minus(longest), past(end, longest))).stream()
                .filter(visit -> !visit.begin().isBefore(begin) && visit.begin().isBefore(end))
                .toList();
    return judge(division, to, visits, clock.instant());
  }

  @Override
  public Checked<Visit> inside(String enterprise, Instant at) {
    String division = division(enterprise);
    LocalDate day = ChinaTime.day(at);
    Duration longest = Limits.of(judge, division, day).longestVisit();
    List<Visit> inside =
        new Pairing(longest, at)
            .visits(days.movements(enterprise, at.minus(longest), at.plusMillis(1))).stream()
                .filter(visit -> visit.kind() == Visit.Kind.INSIDE)
                .sorted(Comparator.comparing(Visit::begin))
                .toList();
    return judge(division, day, inside, at);
  }

  @Override
  public Checked<TicketCheck> tickets(String enterprise, LocalDate from, LocalDate to) {
    String division = division(enterprise);
    Limits limits = Limits.of(judge, division, to);
    Instant begin = ChinaTime.startOf(from).minus(limits.ticketToPassage());
    Instant end = ChinaTime.endOf(to);
    Tickets tickets =
        new Tickets(limits, days.movements(enterprise, begin, past(end, limits.ticketToPassage())));
    List<TicketCheck> checks = tickets.check(days.rows("weigh-ticket", enterprise, from, to));
    return judging.rows("ticket", division, to, checks, Describe::ticket);
  }

  private Checked<Visit> judge(String division, LocalDate day, List<Visit> visits, Instant now) {
    return judging.rows(
        "visit",
        division,
        day,
        visits,
        (Visit visit, Map<String, Object> values) -> Describe.visit(visit, now, values));
  }

  private static Instant past(Instant end, Duration longest) {
    // One moment more, because a visit may last exactly that long.
    return end.plus(longest).plusMillis(1);
  }

  private String division(String enterprise) {
    return enterprises.find(enterprise).map(Enterprise::division).orElse(null);
  }
}
