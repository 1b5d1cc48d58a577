package org.qingmen.intake.internal.passage;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.qingmen.model.Direction;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;
import org.qingmen.model.Vehicle;
import org.qingmen.model.Verdict;
import org.qingmen.store.PassageStore;
import org.qingmen.store.RecentPassage;

class HeavyCountTest {

  private static final String OURS = "91130200700000001K001P";
  private static final String TIME = "2026-10-01T08:00:00+08:00";

  private final HeavyCount heavy = new HeavyCount(Duration.ofMinutes(10), Clock.systemUTC());

  @Test
  void heavyVehiclesThatEnterAndAreNotDeniedCountOnTheirDay() {
    heavy.note(passage("1", "Q11", Direction.IN, TIME), Verdict.ALLOW);
    heavy.note(passage("2", "H11", Direction.IN, TIME), Verdict.WARN);
    heavy.note(passage("3", "Q11", Direction.IN, TIME), Verdict.DENY);
    heavy.note(passage("4", "Q11", Direction.OUT, TIME), Verdict.ALLOW);
    heavy.note(passage("5", "H31", Direction.IN, TIME), Verdict.ALLOW);
    heavy.note(passage("6", "Q11", Direction.IN, "2026-10-02T00:00:00+08:00"), Verdict.ALLOW);

    assertThat(heavy.admitted(OURS, at(TIME))).isEqualTo(2);
    assertThat(heavy.admitted(OURS, at("2026-10-01T23:59:59+08:00"))).isEqualTo(2);
    assertThat(heavy.admitted(OURS, at("2026-10-02T12:00:00+08:00"))).isEqualTo(1);
    assertThat(heavy.admitted("OTHER", at(TIME))).isZero();
  }

  @Test
  void whatTheJournalAndTheDatabaseBothKnowCountsOnceAndTheDatabaseIsReadOnce() {
    GatePassage recalled = passage("1", "Q11", Direction.IN, TIME);
    heavy.note(recalled, Verdict.ALLOW);
    PassageStore store =
        holding(
            List.of(
                row(recalled.receipt().value(), "Q11", "in", "allow"),
                row("OLDER", "Q11", "in", "allow"),
                row("DENIED", "Q11", "in", "deny"),
                row("LIGHT", "H31", "in", "allow"),
                row("LEFT", "Q11", "out", "allow")));
    heavy.load(store);
    assertThat(heavy.admitted(OURS, at(TIME))).isEqualTo(2);

    heavy.load(store);
    heavy.note(passage("2", "Q11", Direction.IN, TIME), Verdict.ALLOW);
    assertThat(heavy.admitted(OURS, at(TIME))).isEqualTo(3);
  }

  private static RecentPassage row(String receipt, String type, String direction, String verdict) {
    return new RecentPassage(
        OURS, "冀B1", "yellow", null, direction, at(TIME), receipt, type, verdict);
  }

  @SuppressWarnings("unchecked")
  private static PassageStore holding(List<RecentPassage> rows) {
    return (PassageStore)
        Proxy.newProxyInstance(
            HeavyCountTest.class.getClassLoader(),
            new Class<?>[] {PassageStore.class},
            (proxy, method, arguments) -> {
              rows.forEach((Consumer<RecentPassage>) arguments[1]);
              return null;
            });
  }

  private static GatePassage passage(String serial, String type, Direction direction, String time) {
    return new GatePassage(
        OURS,
        serial,
        null,
        "A01",
        null,
        direction,
        OffsetDateTime.parse(time),
        new Plate("冀B12345", PlateColour.YELLOW),
        new Vehicle(type, null, null, null, null, null, null, null, null, null, null, null),
        null,
        null,
        null,
        Map.of(),
        false,
        null);
  }

  private static Instant at(String time) {
    return OffsetDateTime.parse(time).toInstant();
  }
}
