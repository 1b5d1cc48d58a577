package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.store.testing.PassageEntry.CEMENT;
import static org.qingmen.store.testing.PassageEntry.in;
import static org.qingmen.store.testing.PassageEntry.out;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.TripGroup;
import org.qingmen.spi.journal.JournalEntry.Kind;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class StatisticsTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 9, 20);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 10);

  private static StoreFixture traffic(Databases kind) throws Exception {
    StoreFixture store = new StoreFixture(kind.create());
    store.registry.put(
        new Draft(
            "enterprise",
            CEMENT,
            CEMENT,
            "130203",
            "{\"industries\":[{\"code\":\"I15\"},{\"code\":\"I01\"}]}"),
        "test");
    store.receive(
        in("1", "2026-09-30T23:59:59").cargo("煤", 30.1),
        out("2", "2026-10-01T00:30:00"),
        in("3", "2026-10-05T08:00:00").vehicle("6", "natural-gas", "freight").cargo("煤", 30.2),
        in("4", "2026-10-05T09:00:00").plate("冀B00001", "yellow").verdict("deny"),
        in("5", "2026-11-02T09:00:00").enterprise("E2", "140101").cargo("煤", 10));
    return store;
  }

  private static List<String> ask(StoreFixture store, Group... groups) {
    return store
        .statistics
        .query(new StatisticsQuery(List.of(groups), FIRST, LAST, null, null))
        .stream()
        .map(r -> String.join("|", r.values()) + "=" + r.trips() + "/" + r.passages())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyGroups(Databases kind) throws Exception {
    try (StoreFixture store = traffic(kind)) {
      assertThat(ask(store)).containsExactly("=4/5");
      assertThat(ask(store, Group.ENTERPRISE)).containsExactly(CEMENT + "=3/4", "E2=1/1");
      assertThat(ask(store, Group.DIVISION)).containsExactly("130203=3/4", "140101=1/1");
      assertThat(ask(store, Group.INDUSTRY)).containsExactly("I01=3/4", "I15=3/4", "none=1/1");
      assertThat(ask(store, Group.MONTH))
          .containsExactly("2026-09=1/1", "2026-10=2/3", "2026-11=1/1");
      assertThat(ask(store, Group.DAY, Group.DIRECTION))
          .containsExactly(
              "2026-09-30|in=1/1", "2026-10-01|out=0/1", "2026-10-05|in=2/2", "2026-11-02|in=1/1");
      assertThat(ask(store, Group.FUEL, Group.STAGE))
          .containsExactly("diesel|5=3/4", "natural-gas|6=1/1");
      assertThat(ask(store, Group.VERDICT)).containsExactly("allow=3/4", "deny=1/1");
      assertThat(ask(store, Group.HEAVY)).containsExactly("true=4/5");
      assertThat(ask(store, Group.NEW_ENERGY)).containsExactly("false=4/5");
      assertThat(ask(store, Group.USAGE)).containsExactly("freight=4/5");
      assertThat(ask(store, Group.YEAR)).containsExactly("2026=4/5");
    }
  }

  @ParameterizedTest
  @EnumSource
  void scopeAndEnterpriseRestrict(Databases kind) throws Exception {
    try (StoreFixture store = traffic(kind)) {
      StatisticsQuery shanxi = new StatisticsQuery(List.of(), FIRST, LAST, "14", null);
      assertThat(store.statistics.query(shanxi))
          .containsExactly(new StatisticsRow(List.of(), 1, 1, 10));
      StatisticsQuery foreign = new StatisticsQuery(List.of(), FIRST, LAST, "14", CEMENT);
      assertThat(store.statistics.query(foreign)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void gradesRestOnTripsAndMassOfThePeriod(Databases kind) throws Exception {
    try (StoreFixture store = traffic(kind)) {
      store.receive(Kind.LEDGER, line("L1", "2026-10-03", 1000));
      store.receive(Kind.LEDGER, line("L2", "2026-10-04", 500.5));
      store.receive(Kind.LEDGER, line("L2", "2026-10-04", 999));

      GradingInputs october =
          store.statistics.gradingInputs(
              CEMENT, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), null);
      assertThat(october.gatePassages()).isEqualTo(3);
      assertThat(october.roadTonnes()).isEqualTo(63.7);
      assertThat(october.trips())
          .containsExactly(
              new TripGroup("5", "diesel", false, "freight", "Q11", null, "铁矿石", 1, 33.5),
              new TripGroup("6", "natural-gas", false, "freight", "Q11", null, "煤", 1, 30.2));
      assertThat(october.masses()).containsExactly(new MassGroup("rail", "煤", "in", 1500.5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void asOfLeavesOutWhatWasReceivedLater(Databases kind) throws Exception {
    try (StoreFixture store = traffic(kind)) {
      store.receive(Kind.LEDGER, line("L1", "2026-10-03", 1000));
      LocalDate from = LocalDate.of(2026, 10, 1);
      LocalDate to = LocalDate.of(2026, 10, 31);
      Instant later = Instant.parse("2027-01-01T00:00:00Z");
      assertThat(store.statistics.gradingInputs(CEMENT, from, to, later))
          .isEqualTo(store.statistics.gradingInputs(CEMENT, from, to, null));

      GradingInputs early =
          store.statistics.gradingInputs(CEMENT, from, to, Instant.parse("2026-10-01T12:00:00Z"));
      assertThat(early.gatePassages()).isEqualTo(1);
      assertThat(early.trips()).isEmpty();
      assertThat(early.masses()).isEmpty();
    }
  }

  private static String line(String serial, String date, double tonnes) {
    return """
        {"ledger":"dedicated-line","enterprise":"%s","serial":"%s","material":"煤","mode":"rail",\
        "direction":"in","tonnes":%s,"time":"%sT10:00:00+08:00"}"""
        .formatted(CEMENT, serial, tonnes, date);
  }
}
