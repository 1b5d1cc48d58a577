package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.store.testing.PassageEntry.in;
import static org.qingmen.store.testing.PassageEntry.out;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.PassageEntry;
import org.qingmen.store.testing.StoreFixture;

class TripRuleTest {

  private static long trips(StoreFixture store) {
    StatisticsQuery all =
        new StatisticsQuery(
            List.of(), LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 31), null, null);
    List<StatisticsRow> rows = store.statistics.query(all);
    long fromRollup = rows.isEmpty() ? 0 : rows.get(0).trips();
    long fromRows =
        store
            .passages
            .list(
                new PassageQuery(
                    null, null, null, null, null, null, null, null, null, null, null, 1000))
            .items()
            .stream()
            .filter(StoredPassage::trip)
            .count();
    assertThat(fromRollup).as("rollup and rows agree").isEqualTo(fromRows);
    return fromRollup;
  }

  @ParameterizedTest
  @EnumSource
  void aVisitIsOneTripAlsoWhenItTakesDays(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(in("1", "2026-10-01T08:00:00"));
      store.receive(out("2", "2026-10-08T08:00:00"));
      assertThat(trips(store)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anExitMoreThanSevenDaysAfterTheEntryIsATripOfItsOwn(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(in("1", "2026-10-01T08:00:00"), out("2", "2026-10-08T08:00:01"));
      assertThat(trips(store)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anExitOfAnotherColourOrEnterpriseIsATripOfItsOwn(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(
          in("1", "2026-10-01T08:00:00"),
          out("2", "2026-10-01T09:00:00").plate("冀B12345", "blue"),
          out("3", "2026-10-01T09:00:00").enterprise("E2", "130203"));
      assertThat(trips(store)).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLateEntryTakesTheTripOfItsExitBack(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(out("2", "2026-10-01T09:00:00"), out("9", "2026-10-20T09:00:00"));
      assertThat(trips(store)).isEqualTo(2);

      store.receive(in("1", "2026-10-01T08:00:00"));
      assertThat(trips(store)).isEqualTo(2);
      assertThat(
              store.passages.find(out("2", "2026-10-01T09:00:00").receipt()).orElseThrow().trip())
          .isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLateEntryInTheSameBatchTakesItBackToo(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(out("2", "2026-10-01T09:00:00"), in("1", "2026-10-01T08:00:00"));
      assertThat(trips(store)).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aLateExitFindsTheEntryThatLiesBeforeALaterOne(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(in("1", "2026-10-01T08:00:00"), in("3", "2026-10-02T08:00:00"));
      store.receive(out("2", "2026-10-01T09:00:00"), out("0", "2026-10-01T07:00:00"));
      assertThat(trips(store)).as("the exit before every entry counts").isEqualTo(3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void unreadPlatesCountEach(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      PassageEntry entry = in("1", "2026-10-01T08:00:00").plate(null, "unknown");
      PassageEntry exit = out("2", "2026-10-01T09:00:00").plate(null, "unknown");
      store.receive(entry, exit);
      assertThat(trips(store)).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRebuildCountsTheSame(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(out("2", "2026-10-01T09:00:00"), out("4", "2026-10-03T09:00:00"));
      store.receive(in("1", "2026-10-01T08:00:00"), out("2", "2026-10-01T09:00:00"));
      long before = trips(store);

      store.projection.rebuild();
      assertThat(store.projection.awaitPosition(4, Duration.ofSeconds(30))).isTrue();
      assertThat(trips(store)).isEqualTo(before).isEqualTo(1);
    }
  }
}
