package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.supervision.control.internal.Bureau.CEMENT;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.store.Statistics;
import org.qingmen.store.StatisticsQuery;
import org.qingmen.store.StatisticsRow;
import org.qingmen.supervision.control.Baselines.Baseline;

class NormalDaysTest {

  private static final LocalDate BEFORE = LocalDate.parse("2026-10-01");

  @TempDir Path data;
  private Bureau bureau;
  private final Map<LocalDate, long[]> trips = new TreeMap<>();

  @BeforeEach
  void open() {
    bureau = new Bureau(data);
  }

  @AfterEach
  void close() {
    bureau.close();
  }

  @Test
  void theLatestFiveDaysWithRecordsAndWithoutAnAlertCount() {
    for (int back = 1; back <= 10; back++) {
      trips.put(BEFORE.minusDays(back), new long[] {10 * back, back});
    }
    trips.remove(BEFORE.minusDays(2));
    // An hour of alert is enough: the day is not normal.
    bureau.episodes.put(
        "e-1",
        """
        {"level": "yellow", "divisions": ["130200"], "from": "2026-09-27T10:00:00+08:00",
         "to": "2026-09-27T11:00:00+08:00"}""",
        Bureau.ZHANG);
    Baseline baseline = normalDays().of(CEMENT, BEFORE);
    assertThat(baseline.days())
        .extracting(LocalDate::getDayOfMonth)
        .containsExactly(24, 25, 26, 28, 30);
    assertThat(baseline.trips()).isEqualTo((10 + 30 + 50 + 60 + 70 + 1 + 3 + 5 + 6 + 7) / 5.0);
    assertThat(baseline.heavyTrips()).isEqualTo((1 + 3 + 5 + 6 + 7) / 5.0);
  }

  @Test
  void withoutANormalDayTheBaselineRestsOnNone() {
    assertThat(normalDays().of(CEMENT, BEFORE).days()).isEmpty();
    assertThat(normalDays().of("NOBODY", BEFORE).days()).isEmpty();
  }

  @Test
  void onAThousandRandomCalendarsTheMeansAreThoseCountedByHand() {
    Random random = new Random(20261123);
    bureau.episodes.put(
        "e-1",
        """
        {"level": "red", "divisions": ["130000"], "from": "2026-09-10T16:00:00Z",
         "to": "2026-09-14T16:00:00Z"}""",
        Bureau.ZHANG);
    for (int run = 0; run < 1000; run++) {
      trips.clear();
      for (int back = 1; back <= 70; back++) {
        if (random.nextInt(3) > 0) {
          trips.put(BEFORE.minusDays(back), new long[] {random.nextInt(50), random.nextInt(50)});
        }
      }
      Baseline found = normalDays().of(CEMENT, BEFORE);
      long all = 0;
      long heavy = 0;
      List<LocalDate> days = new ArrayList<>();
      for (int back = 1; back <= 60 && days.size() < 5; back++) {
        LocalDate day = BEFORE.minusDays(back);
        boolean alert =
            day.getMonthValue() == 9 && day.getDayOfMonth() >= 11 && day.getDayOfMonth() <= 14;
        if (trips.containsKey(day) && !alert) {
          days.add(0, day);
          all += trips.get(day)[0] + trips.get(day)[1];
          heavy += trips.get(day)[1];
        }
      }
      assertThat(found.days()).isEqualTo(days);
      assertThat(found.trips()).isEqualTo(all / (double) Math.max(1, days.size()));
      assertThat(found.heavyTrips()).isEqualTo(heavy / (double) Math.max(1, days.size()));
    }
  }

  private NormalDays normalDays() {
    Statistics rollups =
        (Statistics)
            Proxy.newProxyInstance(
                NormalDaysTest.class.getClassLoader(),
                new Class<?>[] {Statistics.class},
                (proxy, method, arguments) -> rows((StatisticsQuery) arguments[0]));
    return new NormalDays(rollups, bureau.enterprises, bureau.episodes, bureau.rules);
  }

  private List<StatisticsRow> rows(StatisticsQuery query) {
    List<StatisticsRow> rows = new ArrayList<>();
    trips.forEach(
        (day, counts) -> {
          if (!day.isBefore(query.from()) && !day.isAfter(query.to())) {
            rows.add(row(day, "false", counts[0]));
            rows.add(row(day, "true", counts[1]));
          }
        });
    return rows;
  }

  private static StatisticsRow row(LocalDate day, String heavy, long trips) {
    return new StatisticsRow(List.of(day.toString(), heavy), trips, trips, 0);
  }
}
