package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.store.testing.PassageEntry.CEMENT;
import static org.qingmen.store.testing.PassageEntry.in;
import static org.qingmen.store.testing.PassageEntry.out;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.spi.journal.JournalEntry.Kind;
import org.qingmen.store.EnterpriseDays.DayMass;
import org.qingmen.store.EnterpriseDays.Movement;
import org.qingmen.store.internal.read.EnterpriseDaysReader;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class EnterpriseDaysTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 10, 31);

  @ParameterizedTest
  @EnumSource
  void movementsComeInTheOrderOfTimeHoweverLateTheyArrived(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(
          out("2", "2026-10-05T10:00:00"),
          in("3", "2026-10-05T11:00:00").plate(null, "unknown"),
          in("4", "2026-10-05T10:00:00").plate("冀B00001", "yellow"),
          in("1", "2026-10-05T08:00:00").cargo("煤", 30.5),
          in("5", "2026-10-05T09:00:00").enterprise("E2", "140101"));
      EnterpriseDays days = new EnterpriseDaysReader(store.database);

      var found =
          days.movements(
              CEMENT, Instant.parse("2026-10-05T00:00:00Z"), Instant.parse("2026-10-05T03:00:00Z"));
      assertThat(found)
          .extracting(Movement::direction, Movement::plate, Movement::tonnes)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("in", "冀B12345", 30.5),
              org.assertj.core.groups.Tuple.tuple("in", "冀B00001", 33.5),
              org.assertj.core.groups.Tuple.tuple("out", "冀B12345", null));
    }
  }

  @ParameterizedTest
  @EnumSource
  void daysShowTrafficByKindOfVehicleAndMassByMode(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      store.receive(
          in("1", "2026-10-05T08:00:00").cargo("煤", 30.5),
          in("2", "2026-10-05T09:00:00").plate("冀B00001", "yellow").cargo("煤", 29.5),
          in("3", "2026-10-06T09:00:00").vehicle("6", "diesel", "freight").verdict("deny"));
      store.receive(
          Kind.LEDGER,
          """
          {"ledger":"dedicated-line","enterprise":"%s","serial":"L1","material":"煤","mode":"rail",\
          "direction":"in","tonnes":1000,"time":"2026-10-05T10:00:00+08:00"}"""
              .formatted(CEMENT));
      EnterpriseDays days = new EnterpriseDaysReader(store.database);

      assertThat(days.traffic(CEMENT, FIRST, LAST))
          .extracting(t -> t.day() + "/" + t.stage() + "/" + t.verdict() + "=" + t.trips())
          .containsExactly("2026-10-05/5/allow=2", "2026-10-06/6/deny=1");
      assertThat(days.masses(CEMENT, FIRST, LAST.minusDays(26)))
          .containsExactly(
              new DayMass(LocalDate.of(2026, 10, 5), "rail", "煤", "in", 1000),
              new DayMass(LocalDate.of(2026, 10, 5), "road", "煤", "in", 60));
      assertThat(days.rows("dedicated-line", CEMENT, FIRST, LAST)).hasSize(1);
      assertThat(days.rows("materials", CEMENT, FIRST, LAST)).isEmpty();
      assertThat(days.traffic("E2", FIRST, LAST)).isEmpty();
    }
  }
}
