package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingmen.store.testing.PassageEntry.CEMENT;
import static org.qingmen.store.testing.PassageEntry.in;

import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.spi.journal.JournalEntry.Kind;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.Period.Comparison;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.internal.read.GateRatesReader;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

/** Periods beside earlier ones, clean modes beside the road, and how reliable gates are. */
class ComparisonTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

  private static StatisticsQuery october(Group... groups) {
    return new StatisticsQuery(List.of(groups), FIRST, LAST, null, null);
  }

  @ParameterizedTest
  @EnumSource
  void aPeriodStandsBesideTheOneBeforeAndTheYearBefore(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(
          in("a", "2025-10-07T08:00:00"),
          in("b", "2026-09-07T08:00:00"),
          in("c", "2026-09-08T08:00:00").vehicle("6", "diesel", "freight"),
          in("d", "2026-10-07T08:00:00"),
          in("e", "2026-10-07T09:00:00"));

      assertThat(compared(store, Comparison.PREVIOUS)).containsExactly("=2/2");
      assertThat(compared(store, Comparison.YEAR)).containsExactly("=2/1");
      assertThat(compared(store, Comparison.PREVIOUS, Group.STAGE))
          .containsExactly("5=2/1", "6=0/1");
      assertThat(compared(store, Comparison.PREVIOUS, Group.DAY))
          .containsExactly("2026-10-07=2/1", "2026-10-08=0/1");
      assertThat(compared(store, Comparison.YEAR, Group.MONTH)).containsExactly("2026-10=2/1");
      assertThat(compared(store, Comparison.YEAR, Group.YEAR)).containsExactly("2026=2/1");
    }
  }

  private static List<String> compared(StoreFixture store, Comparison kind, Group... groups) {
    return store.statistics.compare(october(groups), kind).stream()
        .map(
            row ->
                String.join("|", row.now().values())
                    + "="
                    + row.now().trips()
                    + "/"
                    + row.before().trips())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void theCleanShareIsMassByCleanModesOfAllMass(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(
          in("a", "2026-10-07T08:00:00").cargo("煤", 30),
          in("b", "2026-10-08T08:00:00").vehicle("D", "electric", "freight").cargo("煤", 10),
          in("c", "2026-10-08T08:00:00").enterprise("E2", "140101").cargo("煤", 5));
      store.receive(Kind.LEDGER, line("L1", "2026-10-07", 60));
      store.receive(Kind.LEDGER, line("L2", "2026-11-01", 999));

      CleanShareRow all = store.statistics.cleanShares(october()).get(0);
      assertThat(all).isEqualTo(new CleanShareRow(List.of(), 60, 45, 10));
      assertThat(all.share()).isEqualTo(60 / 105.0);
      assertThat(all.shareWithNewEnergy()).isEqualTo(70 / 105.0);
      assertThat(store.statistics.cleanShares(october(Group.ENTERPRISE)))
          .containsExactly(
              new CleanShareRow(List.of(CEMENT), 60, 40, 10),
              new CleanShareRow(List.of("E2"), 0, 5, 0));
      assertThat(store.statistics.cleanShares(october(Group.DAY, Group.DIVISION)))
          .containsExactly(
              new CleanShareRow(List.of("2026-10-07", "130203"), 60, 30, 0),
              new CleanShareRow(List.of("2026-10-08", "130203"), 0, 10, 10),
              new CleanShareRow(List.of("2026-10-08", "140101"), 0, 5, 0));
      assertThatThrownBy(() -> store.statistics.cleanShares(october(Group.STAGE)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static String line(String serial, String date, double tonnes) {
    return """
        {"ledger":"dedicated-line","enterprise":"%s","serial":"%s","material":"煤","mode":"rail",\
        "direction":"in","tonnes":%s,"time":"%sT10:00:00+08:00"}"""
        .formatted(CEMENT, serial, tonnes, date);
  }

  @ParameterizedTest
  @EnumSource
  void gatesAreAddedUpByWhatIsAsked(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.registry.put(new Draft("enterprise", "E1", "E1", "130203", "{}"), "test");
      GateRates rates = new GateRatesReader(twoGates(), store.database, store.registry);
      Period period = new Period(FIRST, LAST);

      GateRates.Row all = rates.query(List.of(), period, "13", null).get(0);
      assertThat(all.onlineRate()).isEqualTo(2160 / 2880.0);
      assertThat(all.transmissionRate()).isEqualTo((90 + 50 - 5) / 150.0);
      assertThat(all.pictureRate()).isEqualTo(100 / 140.0);
      assertThat(rates.query(List.of(GateRates.Group.DIVISION), period, "13", null))
          .extracting(GateRates.Row::values)
          .containsExactly(List.of("130203"));
      assertThat(
              rates.query(
                  List.of(GateRates.Group.ENTERPRISE, GateRates.Group.BARRIER), period, null, null))
          .extracting(GateRates.Row::onlineRate)
          .containsExactly(1.0, 0.5);
    }
  }

  /** One gate counts its passages, the other does not; nothing else is asked of them. */
  private static GateHistory twoGates() {
    List<GateDay> days =
        List.of(
            new GateDay("E1", "A01", FIRST, 1440, 1440, 1440, 90, 0, 100, 90, 0, 0),
            new GateDay("E1", "A02", FIRST, 720, 1440, 700, 50, 5, -1, 10, 0, 0));
    return (GateHistory)
        Proxy.newProxyInstance(
            GateHistory.class.getClassLoader(),
            new Class<?>[] {GateHistory.class},
            (proxy, method, arguments) -> {
              assertThat(method.getName()).isEqualTo("days");
              return days;
            });
  }
}
