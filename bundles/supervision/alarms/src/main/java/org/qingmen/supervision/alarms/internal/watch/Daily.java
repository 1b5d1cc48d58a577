package org.qingmen.supervision.alarms.internal.watch;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Document;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Registry;

/** Once a day: how much of yesterday's passages came in time, and which ledgers are overdue. */
final class Daily implements Sweep {

  private static final String CURSOR = "daily";

  /** Late enough for what gates keep until midnight. */
  private static final LocalTime BEGIN = LocalTime.of(1, 0);

  private static final List<String> LEDGERS = List.of("dedicated-line", "materials");

  private final GateHistory gates;
  private final LedgerStore ledgers;
  private final Enterprises enterprises;
  private final Registry registry;
  private String done;

  Daily(GateHistory gates, LedgerStore ledgers, Enterprises enterprises, Registry registry) {
    this.gates = gates;
    this.ledgers = ledgers;
    this.enterprises = enterprises;
    this.registry = registry;
  }

  @Override
  public void look(Round round) {
    if (done == null) {
      done = Cursors.read(registry, CURSOR).orElse("");
    }
    LocalDate yesterday = round.today.minusDays(1);
    boolean early = LocalTime.ofInstant(round.now, ChinaTime.ZONE).isBefore(BEGIN);
    if (early || done.equals(yesterday.toString())) {
      return;
    }
    gates.days(null, null, yesterday, yesterday).forEach(day -> transmission(round, day));
    try (Stream<Document> all = registry.all("enterprise")) {
      all.forEach(
          one -> enterprises.find(one.id()).ifPresent(owner -> overdue(round, owner, yesterday)));
    }
    done = yesterday.toString();
    round.reached(CURSOR, done);
  }

  @Override
  public void forget() {
    done = null;
  }

  private void transmission(Round round, GateDay day) {
    Optional<Enterprise> owner = enterprises.find(day.enterprise());
    long all = Math.max(day.counted(), day.passages());
    OptionalDouble least = limit(round, owner, "transmission.passages");
    OptionalDouble minimum = limit(round, owner, "transmission.minimum");
    if (least.isEmpty() || minimum.isEmpty() || all < Math.max(1, least.getAsDouble())) {
      return;
    }
    double rate = (day.passages() - day.late()) / (double) all;
    String gate = day.enterprise() + '/' + day.barrier();
    round.state(
        rate < minimum.getAsDouble(),
        "transmission-rate/" + gate,
        () ->
            new Alarm(
                "transmission-rate",
                "transmission-rate/" + gate,
                day.enterprise(),
                null,
                day.barrier(),
                round.now,
                Map.of(
                    "day",
                    day.day().toString(),
                    "rate",
                    rate,
                    "percent",
                    String.format(Locale.ROOT, "%.1f%%", rate * 100),
                    "counted",
                    all,
                    "inTime",
                    day.passages() - day.late()),
                List.of(new Alarm.Evidence("gate", gate))));
  }

  private void overdue(Round round, Enterprise owner, LocalDate day) {
    OptionalDouble limit = round.limits.number(owner.division(), "ledger.days");
    if (limit.isEmpty()) {
      return;
    }
    for (String ledger : LEDGERS) {
      // A ledger that was never begun is none that the enterprise keeps.
      ledgers
          .lastDay(ledger, owner.id(), round.today, null)
          .ifPresent(last -> overdue(round, owner, ledger, last, day, limit.getAsDouble()));
    }
  }

  private static void overdue(
      Round round, Enterprise owner, String ledger, LocalDate last, LocalDate day, double limit) {
    long days = ChronoUnit.DAYS.between(last, day);
    String key = "late-ledger/" + owner.id() + '/' + ledger;
    round.state(
        days > limit,
        key,
        () ->
            new Alarm(
                "late-ledger",
                key,
                owner.id(),
                null,
                null,
                round.now,
                Map.of("ledger", ledger, "last", last.toString(), "days", days),
                List.of(new Alarm.Evidence("ledger", owner.id() + '/' + ledger))));
  }

  private static OptionalDouble limit(Round round, Optional<Enterprise> owner, String name) {
    return owner.isEmpty()
        ? OptionalDouble.empty()
        : round.limits.number(owner.get().division(), name);
  }
}
