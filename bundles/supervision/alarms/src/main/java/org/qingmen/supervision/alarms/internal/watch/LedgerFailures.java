package org.qingmen.supervision.alarms.internal.watch;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.qingmen.engine.PackException;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.ChainCheck;
import org.qingmen.store.Document;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Registry;
import org.qingmen.supervision.ledgers.Checked;
import org.qingmen.supervision.ledgers.LedgerChecks;
import org.qingmen.supervision.ledgers.StockDay;

/**
 * Ledgers that failed: a chain of hashes that does not verify, a stock that does not balance within
 * the tolerance of the ledger rules. Every enterprise once a day, some at each look, so that
 * nothing else waits for it.
 */
final class LedgerFailures implements Sweep {

  private static final String CURSOR = "ledger-failures";
  private static final LocalTime BEGIN = LocalTime.of(1, 0);
  private static final int AT_ONCE = 20;

  private final LedgerStore ledgers;
  private final LedgerChecks checks;
  private final Enterprises enterprises;
  private final Registry registry;
  private final Deque<String> left = new ArrayDeque<>();
  private LocalDate begun;
  private String done;

  LedgerFailures(
      LedgerStore ledgers, LedgerChecks checks, Enterprises enterprises, Registry registry) {
    this.ledgers = ledgers;
    this.checks = checks;
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
    if (!yesterday.equals(begun)) {
      begin(yesterday);
    }
    for (int i = 0; i < AT_ONCE && !left.isEmpty(); i++) {
      enterprises.find(left.poll()).ifPresent(owner -> look(round, owner, yesterday));
    }
    if (left.isEmpty()) {
      done = yesterday.toString();
      round.reached(CURSOR, done);
    }
  }

  @Override
  public void forget() {
    begun = null;
    done = null;
  }

  private void begin(LocalDate day) {
    left.clear();
    try (Stream<Document> all = registry.all("enterprise")) {
      all.map(Document::id).forEach(left::add);
    }
    begun = day;
  }

  private void look(Round round, Enterprise owner, LocalDate day) {
    ChainCheck chain = ledgers.verify(owner.id());
    String key = "ledger-chain-broken/" + owner.id();
    round.state(!chain.intact(), key, () -> broken(key, owner, chain, round));
    OptionalDouble days = round.limits.number(owner.division(), "ledger.balance-days");
    if (days.isPresent()) {
      balance(round, owner, day, (int) days.getAsDouble());
    }
  }

  private static Alarm broken(String key, Enterprise owner, ChainCheck chain, Round round) {
    return new Alarm(
        "ledger-chain-broken",
        key,
        owner.id(),
        null,
        null,
        round.now,
        Map.of("row", String.valueOf(chain.brokenRow())),
        List.of(new Alarm.Evidence("ledger", owner.id())));
  }

  private void balance(Round round, Enterprise owner, LocalDate day, int days) {
    Map<String, Unbalanced> byMaterial = new HashMap<>();
    for (Checked.Row<StockDay> row : checked(owner, day.minusDays(days - 1L), day)) {
      byMaterial
          .computeIfAbsent(row.value().material(), material -> new Unbalanced())
          .add(row.value(), row.light());
    }
    byMaterial.forEach(
        (material, found) -> {
          String key = Keys.cut("ledger-unbalanced/" + owner.id() + '/' + material);
          round.state(found.days > 0, key, () -> unbalanced(key, owner, material, found, round));
        });
  }

  /** Without rules for ledgers nothing is held against them. */
  private List<Checked.Row<StockDay>> checked(Enterprise owner, LocalDate from, LocalDate to) {
    try {
      return checks.balance(owner.id(), from, to).rows();
    } catch (PackException e) {
      return List.of();
    }
  }

  private static Alarm unbalanced(
      String key, Enterprise owner, String material, Unbalanced found, Round round) {
    return new Alarm(
        "ledger-unbalanced",
        key,
        owner.id(),
        null,
        null,
        round.now,
        Map.of(
            "material",
            material,
            "day",
            found.day.toString(),
            "days",
            found.days,
            "off",
            found.off),
        List.of(new Alarm.Evidence("ledger", owner.id() + "/materials")));
  }

  /** Days of one material on which the rules found the stock wrong. */
  private static final class Unbalanced {

    private int days;
    private LocalDate day;
    private double off;

    void add(StockDay stock, String light) {
      if (!"red".equals(light)) {
        return;
      }
      days++;
      if (day == null || stock.day().isAfter(day)) {
        day = stock.day();
        off = worst(stock);
      }
    }

    private static double worst(StockDay stock) {
      return Stream.of(stock.difference(), stock.jump(), stock.inDifference())
          .filter(java.util.Objects::nonNull)
          .mapToDouble(Math::abs)
          .max()
          .orElse(0);
    }
  }
}
