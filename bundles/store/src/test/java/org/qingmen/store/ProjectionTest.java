package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.store.testing.PassageEntry.in;
import static org.qingmen.store.testing.PassageEntry.out;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.store.internal.db.DatabaseSettings;
import org.qingmen.store.internal.project.ProjectionHealth;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class ProjectionTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static List<StatisticsRow> total(StoreFixture store) {
    return store.statistics.query(
        new StatisticsQuery(
            List.of(), LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31), null, null));
  }

  @ParameterizedTest
  @EnumSource
  void afterARestartItGoesOnWhereItsTransactionEnded(Databases kind) throws Exception {
    DatabaseSettings settings = kind.create();
    StoreFixture first = new StoreFixture(settings);
    first.receive(in("1", "2026-10-01T08:00:00"));
    first.close();
    first.journal.append(List.of(out("2", "2026-10-01T09:00:00").entry()));

    try (StoreFixture second = new StoreFixture(settings, first.journal)) {
      assertThat(second.projection.awaitPosition(2, PATIENCE)).isTrue();
      assertThat(total(second)).containsExactly(new StatisticsRow(List.of(), 2, 1, 33.5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyingThatWasInterruptedIsFinishedAtTheNextStart(Databases kind) throws Exception {
    DatabaseSettings settings = kind.create();
    StoreFixture first = new StoreFixture(settings);
    first.receive(in("1", "2026-10-01T08:00:00"), out("2", "2026-10-01T09:00:00"));
    List<StatisticsRow> before = total(first);
    first.projection.close();
    first.tamper("UPDATE projection_state SET pos = -1 WHERE name = 'journal'");
    first.tamper("DELETE FROM traffic_day");
    first.close();

    try (StoreFixture second = new StoreFixture(settings, first.journal)) {
      assertThat(second.projection.awaitPosition(2, PATIENCE)).isTrue();
      assertThat(total(second)).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void waitingForAPositionThatNeverComesEndsAfterItsTime(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      assertThat(store.projection.awaitPosition(7, Duration.ofMillis(20))).isFalse();
      ProjectionHealth health = new ProjectionHealth(store.projection, store.journal);
      assertThat(health.check().up()).isTrue();
      assertThat(health.check().detail()).contains("0 entries behind");
    }
  }
}
