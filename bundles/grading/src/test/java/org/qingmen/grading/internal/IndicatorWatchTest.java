package org.qingmen.grading.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.GradeDecision.Indicator;
import org.qingmen.engine.GradeDecision.Requirement;
import org.qingmen.grading.Graded;
import org.qingmen.grading.Grades;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.AlarmSink;
import org.qingmen.store.Draft;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class IndicatorWatchTest {

  private static final LocalDate DAY = LocalDate.of(2026, 10, 31);

  private final List<String> told = new ArrayList<>();
  private final AlarmSink sink =
      new AlarmSink() {
        @Override
        public void raise(Alarm alarm) {
          told.add("raised " + alarm.key() + " " + alarm.values().get("value"));
        }

        @Override
        public void over(String key, Instant at) {
          told.add("over " + key);
        }
      };

  private static Grades grades(boolean met) {
    Requirement b = new Requirement("B", null, ">=", 0.8, met, "c", "s", true);
    Requirement a = new Requirement("A", null, ">=", 1.0, false, "c", "s", true);
    Indicator indicator =
        new Indicator("road", 0.72, "share", 100, "trips", 0, "C", null, List.of(a, b));
    GradeDecision decision =
        new GradeDecision(
            "C",
            "p",
            List.of("A", "B", "C"),
            true,
            true,
            null,
            List.of(indicator),
            List.of(),
            null,
            new byte[0],
            new byte[0]);
    Graded.OfIndustry industry = new Graded.OfIndustry("I15", decision, 1);
    return question -> new Graded(industry, List.of(industry));
  }

  @Test
  void anIndicatorBelowTheDeclaredGradeIsRaisedOncePerDayAndItsEndIsTold() throws Exception {
    try (StoreFixture store = new StoreFixture(Databases.H2.create())) {
      store.registry.put(
          new Draft("enterprise", "E1", "E1", "130203", "{\"declaredGrade\":\"B\"}"), "test");
      store.registry.put(new Draft("enterprise", "E2", "E2", "130203", "{}"), "test");
      IndicatorWatch watch = new IndicatorWatch(store.registry, grades(false), sink);
      watch.look(DAY, Instant.EPOCH);
      watch.look(DAY, Instant.EPOCH);
      watch.close();
      assertThat(told).containsExactly("raised indicator-below-threshold/E1/road 72.0%");
      told.clear();
      IndicatorWatch better = new IndicatorWatch(store.registry, grades(true), sink);
      better.look(DAY, Instant.EPOCH);
      better.look(DAY.plusDays(1), Instant.EPOCH);
      better.close();
      assertThat(told).containsExactly("over indicator-below-threshold/E1/road");
    }
  }
}
