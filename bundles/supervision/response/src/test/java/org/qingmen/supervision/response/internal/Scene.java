package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.model.Plate;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.intake.InForce;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.store.EnterpriseDays;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.Registry;
import org.qingmen.supervision.control.Baselines;
import org.qingmen.supervision.response.Question;

/** One enterprise whose trips, gates and demands a test writes; judged by the shipped rules. */
final class Scene implements AutoCloseable, EnterpriseDays, Journal, InForce, Baselines {

  static final Enterprise CEMENT =
      new Enterprise("91130200700000001K001P", "示例水泥厂", "130203", List.of("I15"), "B");

  final List<Trip> trips = new ArrayList<>();
  final List<Control> controls = new ArrayList<>();
  final List<LocalDate> normalDays = new ArrayList<>();
  int offlineMinutesPerDay;
  boolean heartbeats = true;
  private final RulesWorkbench workbench = new RulesWorkbench();
  private final Evaluator evaluator;

  Scene(Registry registry) {
    evaluator =
        new Evaluator(
            this,
            this,
            this,
            gates(),
            registry,
            this,
            workbench.judge(Path.of("..", "..", "..", "rules", "cn.response")));
  }

  void clear() {
    trips.clear();
    controls.clear();
    normalDays.clear();
  }

  ObjectNode evaluate(EpisodeSpan span, Question question) {
    return evaluator.evaluate(span, CEMENT, question, Instant.parse("2026-12-01T00:00:00Z"));
  }

  Evaluator evaluator() {
    return evaluator;
  }

  /** An orange alert over some local times. */
  static EpisodeSpan alert(String from, String to) {
    return new EpisodeSpan(
        "e-1",
        "橙色预警",
        "orange",
        "II",
        List.of("130000"),
        Instant.parse(from + "+08:00"),
        Instant.parse(to + "+08:00"),
        true);
  }

  static Control stop() {
    return new Control(
        "p-1", "停止公路运输", "orange", true, -1, -1, -1, "all", List.of(), List.of(), "deny");
  }

  /** At most so many heavy trucks a day, and no machine below China III. */
  static Control capped(int cap) {
    return new Control(
        "p-2", "重型车上限", "orange", false, -1, -1, -1, "heavy", List.of(), List.of(), "deny", cap, 3);
  }

  @Override
  public List<DayTraffic> traffic(String enterprise, LocalDate from, LocalDate to) {
    Map<List<Object>, Long> sums = new LinkedHashMap<>();
    for (Trip trip : trips) {
      if (!trip.day().isBefore(from) && !trip.day().isAfter(to)) {
        List<Object> key =
            List.of(trip.day(), trip.stage(), trip.fuel(), trip.heavy(), trip.denied());
        sums.merge(key, 1L, Long::sum);
      }
    }
    List<DayTraffic> traffic = new ArrayList<>();
    sums.forEach(
        (key, count) ->
            traffic.add(
                new DayTraffic(
                    (LocalDate) key.get(0),
                    (String) key.get(1),
                    (String) key.get(2),
                    "D".equals(key.get(1)),
                    (boolean) key.get(3) ? "Q11" : "K33",
                    "freight",
                    (boolean) key.get(4) ? "deny" : "allow",
                    count,
                    count)));
    return traffic;
  }

  @Override
  public List<Movement> movements(String enterprise, Instant from, Instant to) {
    List<Movement> movements = new ArrayList<>();
    for (int i = 0; i < trips.size(); i++) {
      Trip trip = trips.get(i);
      Instant at = trip.instant();
      if (!at.isBefore(from) && at.isBefore(to)) {
        String verdict = trip.denied() ? "deny" : "allow";
        movements.add(
            new Movement(
                i + 1,
                "R" + i,
                "A01",
                "in",
                at,
                at,
                "冀B" + i,
                "yellow",
                trip.stage(),
                null,
                null,
                verdict,
                true,
                false));
      }
    }
    return movements;
  }

  @Override
  public Optional<Positioned> find(long position) {
    String document =
        """
        {"reasons": [{"code": "gate.road-transport-stopped", "clause": "D级", "zh": "停止公路运输",
          "en": "stopped"}], "facts": {"controls": [{"id": "p-1"}]}}""";
    JournalEntry entry =
        new JournalEntry(
            JournalEntry.Kind.PASSAGE,
            Instant.EPOCH,
            "test",
            new byte[0],
            document.getBytes(StandardCharsets.UTF_8));
    return Optional.of(new Positioned(position, entry));
  }

  /** The gates' history, of which an evaluation asks the days only. */
  private GateHistory gates() {
    return (GateHistory)
        Proxy.newProxyInstance(
            Scene.class.getClassLoader(),
            new Class<?>[] {GateHistory.class},
            (proxy, method, asked) -> gateDays((LocalDate) asked[2], (LocalDate) asked[3]));
  }

  private List<GateDay> gateDays(LocalDate from, LocalDate to) {
    return from.datesUntil(to.plusDays(1))
        .map(
            day ->
                new GateDay(
                    CEMENT.id(),
                    "A01",
                    day,
                    1440 - offlineMinutesPerDay,
                    1440,
                    heartbeats ? 1000 : 0,
                    0,
                    0,
                    -1,
                    0,
                    0,
                    0))
        .toList();
  }

  @Override
  public Baseline of(String enterprise, LocalDate before) {
    return new Baseline(0, 0, normalDays.stream().filter(day -> day.isBefore(before)).toList());
  }

  @Override
  public List<Control> controls(Enterprise enterprise, Instant at) {
    return controls;
  }

  @Override
  public void close() {
    workbench.close();
  }

  @Override
  public List<DayMass> masses(String enterprise, LocalDate from, LocalDate to) {
    throw new UnsupportedOperationException("an evaluation asks for no masses");
  }

  @Override
  public List<LedgerRow> rows(String ledger, String enterprise, LocalDate from, LocalDate to) {
    throw new UnsupportedOperationException("an evaluation asks for no ledger");
  }

  @Override
  public List<Listed> listed(Plate plate, String vin, String division, Instant at) {
    throw new UnsupportedOperationException("an evaluation asks for no list");
  }

  @Override
  public Appended append(List<JournalEntry> entries) {
    throw new UnsupportedOperationException("an evaluation writes no journal");
  }

  @Override
  public List<Positioned> read(long after, int limit) {
    throw new UnsupportedOperationException("an evaluation reads single entries");
  }

  @Override
  public long end() {
    return trips.size();
  }

  @Override
  public boolean awaitBeyond(long position, Duration timeout) {
    return false;
  }
}
