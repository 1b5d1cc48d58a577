package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.store.testing.PassageEntry.CEMENT;
import static org.qingmen.store.testing.PassageEntry.in;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.spi.kit.MemoryJournal;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

/** Days of a province are read from sums without enterprises, once those are complete. */
class AreaRollupTest {

  private static final LocalDate FIRST = LocalDate.of(2026, 10, 2);
  private static final LocalDate LAST = LocalDate.of(2026, 11, 20);

  private static void traffic(StoreFixture store) throws Exception {
    store.registry.put(
        new Draft("enterprise", CEMENT, CEMENT, "130203", "{\"industries\":[{\"code\":\"I15\"}]}"),
        "test");
    store.receive(
        in("1", "2026-10-05T08:00:00").cargo("煤", 30.1),
        in("2", "2026-11-05T09:00:00").plate("冀B00001", "yellow"),
        in("3", "2026-11-02T09:00:00").enterprise("E2", "130101"));
  }

  private static List<String> ask(StoreFixture store, String prefix, Group... groups) {
    return store
        .statistics
        .query(new StatisticsQuery(List.of(groups), FIRST, LAST, prefix, null))
        .stream()
        .map(row -> String.join("|", row.values()) + "=" + row.passages())
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void questionsWithoutEnterprisesAreAnsweredByTheAreas(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      traffic(store);
      store.awaitAreas();
      // Whatever reads the enterprises' days finds nothing any more.
      store.tamper("DELETE FROM traffic_day");
      store.tamper("DELETE FROM traffic_month");
      store.tamper("DELETE FROM traffic_enterprise_day");

      assertThat(ask(store, "13")).containsExactly("=3");
      assertThat(ask(store, null, Group.INDUSTRY)).containsExactly("I15=2", "none=1");
      assertThat(ask(store, "13", Group.MONTH)).containsExactly("2026-10=1", "2026-11=2");
      assertThat(ask(store, "1302", Group.DIVISION, Group.DAY))
          .containsExactly("130203|2026-10-05=1", "130203|2026-11-05=1");
      assertThat(ask(store, "14")).isEmpty();
      assertThat(ask(store, null, Group.ENTERPRISE)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatAnEarlierVersionProjectedIsCountedAfterTheUpgrade(Databases kind) throws Exception {
    var settings = kind.create();
    MemoryJournal journal = new MemoryJournal();
    try (StoreFixture store = new StoreFixture(settings, journal)) {
      traffic(store);
      store.awaitAreas();
      // As the change set leaves it that adds the areas.
      store.tamper("DELETE FROM traffic_area_day");
      store.tamper("UPDATE traffic_home SET division = NULL, industries = '', stale = 1");
    }
    try (StoreFixture store = new StoreFixture(settings, journal)) {
      store.receive(in("4", "2026-11-06T09:00:00").plate("冀B00002", "yellow"));
      assertThat(ask(store, "13", Group.DIVISION)).containsExactly("130101=1", "130203=3");
      store.awaitAreas();
      assertThat(ask(store, "13", Group.DIVISION)).containsExactly("130101=1", "130203=3");
      assertThat(ask(store, "13", Group.INDUSTRY)).containsExactly("I15=3", "none=1");
    }
  }
}
