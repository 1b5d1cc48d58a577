package org.qingmen.store.internal.read;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.qingmen.store.ComparedRow;
import org.qingmen.store.Period;
import org.qingmen.store.Period.Comparison;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.StatisticsRow;

/** Puts rows of an earlier period beside their counterparts. */
final class Comparing {

  private Comparing() {}

  static List<ComparedRow> rows(
      List<Group> groups,
      Period period,
      Comparison comparison,
      List<StatisticsRow> now,
      List<StatisticsRow> before) {
    Map<List<String>, StatisticsRow> later = new HashMap<>();
    now.forEach(row -> later.put(row.values(), row));
    Map<List<String>, StatisticsRow> earlier = new HashMap<>();
    for (StatisticsRow row : before) {
      List<String> moved = moved(groups, row.values(), period, comparison);
      earlier.merge(moved, named(row, moved), Comparing::sum);
    }
    Set<List<String>> keys = new TreeSet<>(StatisticsSums::compare);
    keys.addAll(later.keySet());
    keys.addAll(earlier.keySet());
    List<ComparedRow> rows = new ArrayList<>();
    for (List<String> key : keys) {
      StatisticsRow none = new StatisticsRow(key, 0, 0, 0);
      rows.add(new ComparedRow(later.getOrDefault(key, none), earlier.getOrDefault(key, none)));
    }
    return rows;
  }

  private static StatisticsRow named(StatisticsRow row, List<String> values) {
    return new StatisticsRow(values, row.passages(), row.trips(), row.tonnes());
  }

  private static StatisticsRow sum(StatisticsRow a, StatisticsRow b) {
    return new StatisticsRow(
        a.values(), a.passages() + b.passages(), a.trips() + b.trips(), a.tonnes() + b.tonnes());
  }

  private static List<String> moved(
      List<Group> groups, List<String> values, Period period, Comparison comparison) {
    List<String> moved = new ArrayList<>(values);
    for (int i = 0; i < groups.size(); i++) {
      String value = values.get(i);
      switch (groups.get(i)) {
        case DAY -> moved.set(i, day(LocalDate.parse(value), period, comparison));
        case MONTH ->
            moved.set(i, period.counterpart(YearMonth.parse(value), comparison).toString());
        case YEAR -> moved.set(i, year(Integer.parseInt(value), period, comparison));
        default -> {
          // not of time
        }
      }
    }
    return moved;
  }

  private static String day(LocalDate earlier, Period period, Comparison comparison) {
    return period.counterpart(earlier, comparison).toString();
  }

  private static String year(int earlier, Period period, Comparison comparison) {
    int years = earlier - period.before(comparison).from().getYear();
    return String.valueOf(period.from().getYear() + years);
  }
}
