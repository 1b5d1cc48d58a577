package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.store.testing.PassageEntry.CEMENT;
import static org.qingmen.store.testing.PassageEntry.in;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.spi.journal.JournalEntry.Kind;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.GateHistory.GateEvent;
import org.qingmen.store.GateHistory.GateEventQuery;
import org.qingmen.store.GateHistory.GateState;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class GateHistoryTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  private static void heartbeats(StoreFixture store, String from, String to, String more)
      throws Exception {
    store.receive(
        Kind.GATE_EVENT,
        """
        {"kind":"heartbeats","items":[{"enterprise":"%s","division":"130203","barrier":"A01",\
        "from":"%s","to":"%s","count":5%s}]}"""
            .formatted(CEMENT, from, to, more));
  }

  private static void raise(StoreFixture store, String time, String operator) throws Exception {
    store.receive(
        Kind.GATE_EVENT,
        """
        {"kind":"barrier-raised","enterprise":"%s","division":"130203","barrier":"A01",\
        "time":"%s+08:00","operator":"%s","reason":"救护车"}"""
            .formatted(CEMENT, time, operator));
  }

  private static GateDay day(StoreFixture store) {
    List<GateDay> days = store.gates.days(CEMENT, "13", DAY, DAY);
    assertThat(days).hasSize(1);
    return days.get(0);
  }

  @ParameterizedTest
  @EnumSource
  void aSignOfLifeHoldsThreeMinutesAndMidnightParts(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      heartbeats(store, "2026-09-30T23:58:30+08:00", "2026-10-01T00:01:10+08:00", "");
      heartbeats(store, "2026-10-01T10:00:00+08:00", "2026-10-01T10:00:59+08:00", "");
      assertThat(day(store).onlineMinutes()).isEqualTo(4 + 3);
      assertThat(day(store).expectedMinutes()).isEqualTo(1440);
      assertThat(day(store).heartbeats()).isEqualTo(10);
      assertThat(store.gates.days(CEMENT, "14", DAY, DAY)).isEmpty();
      assertThat(store.gates.days(null, null, DAY.minusDays(1), DAY)).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theLatestStateIsKeptWithClockAndFaults(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      heartbeats(
          store,
          "2026-10-01T10:00:00+08:00",
          "2026-10-01T10:00:05+08:00",
          ",\"skew\":-4200,\"faults\":[\"camera\",\"loop\"],\"counted\":17,"
              + "\"counterDay\":\"2026-10-01\"");
      store.receive(
          Kind.GATE_EVENT,
          """
          {"kind":"recovered","enterprise":"%s","barrier":"A01","fault":"loop",\
          "time":"2026-10-01T10:01:00+08:00"}"""
              .formatted(CEMENT));
      GateState state = store.gates.states(CEMENT, "1302").get(0);
      assertThat(state.lastHeartbeat()).isEqualTo(Instant.parse("2026-10-01T02:00:05Z"));
      assertThat(state.clockSkewMillis()).isEqualTo(-4200);
      assertThat(state.faults()).containsExactly("camera");
      assertThat(state.lastPassage()).isNull();
      assertThat(day(store).counted()).isEqualTo(17);
    }
  }

  @ParameterizedTest
  @EnumSource
  void passagesAreSignsOfLifeAndLateOnesAreCounted(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(in("1", "2026-10-01T08:00:00"), in("2", "2026-10-01T08:30:00"));
      store.receive(
          in("3", "2026-10-01T09:00:00").receivedAt("2026-10-01T01:30:00Z"),
          in("1", "2026-10-01T08:00:00"));
      GateDay day = day(store);
      assertThat(day.passages()).isEqualTo(3);
      assertThat(day.late()).isEqualTo(1);
      assertThat(day.onlineMinutes()).isEqualTo(9);
      assertThat(day.counted()).isEqualTo(-1);
      assertThat(store.gates.hours(DAY, DAY).get(0).passages().subList(8, 10))
          .containsExactly(2, 1);
      assertThat(store.gates.states(null, null).get(0).lastPassage())
          .isEqualTo(Instant.parse("2026-10-01T01:30:00Z"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRaiseByHandIsRecordedByThePassageBesideIt(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      raise(store, "2026-10-01T08:04:00", "zhang");
      raise(store, "2026-10-01T12:00:00", "li");
      store.receive(in("1", "2026-10-01T08:00:00"));
      assertThat(day(store).manualRaises()).isEqualTo(2);
      assertThat(day(store).unrecordedRaises()).isEqualTo(1);
      List<GateEvent> raises =
          store.gates.raisesAfter(
              0, Instant.parse("2027-01-01T00:00:00Z"), Duration.ofMinutes(5), 10);
      assertThat(raises).extracting(GateEvent::recorded).containsExactly(true, false);
      assertThat(
              store.gates.raisesAfter(1, Instant.parse("2027-01-01T00:00:00Z"), Duration.ZERO, 1))
          .extracting(GateEvent::operator)
          .containsExactly("li");
      GateEventQuery first =
          new GateEventQuery(CEMENT, "13", "A01", null, null, null, null, null, 1);
      Page<GateEvent> page = store.gates.events(first);
      assertThat(page.items()).extracting(GateEvent::operator).containsExactly("li");
      GateEventQuery next =
          new GateEventQuery(CEMENT, null, null, null, null, null, null, page.next(), 5);
      assertThat(store.gates.events(next).items())
          .extracting(GateEvent::operator)
          .containsExactly("zhang");
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRegisteredBarrierThatWasSilentAllDayHasItsRow(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.registry.put(new Draft("barrier", CEMENT + "/B02", CEMENT, "130203", "{}"), "test");
      assertThat(day(store))
          .isEqualTo(new GateDay(CEMENT, "B02", DAY, 0, 1440, 0, 0, 0, -1, 0, 0, 0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void aRebuildGivesTheSame(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(in("1", "2026-10-01T08:00:00"));
      heartbeats(store, "2026-10-01T10:00:00+08:00", "2026-10-01T10:05:00+08:00", "");
      raise(store, "2026-10-01T12:00:00", "li");
      GateDay before = day(store);
      store.projection.rebuild();
      assertThat(store.projection.awaitPosition(3, Duration.ofSeconds(30))).isTrue();
      assertThat(day(store)).isEqualTo(before);
    }
  }
}
