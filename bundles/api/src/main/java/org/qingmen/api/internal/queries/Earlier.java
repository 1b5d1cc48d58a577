package org.qingmen.api.internal.queries;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Rates of an earlier period, each under the group values of its counterpart. */
record Earlier(StatisticsQuestion question) {

  static Earlier of(StatisticsQuestion question) {
    return new Earlier(question);
  }

  org.qingmen.store.Period period() {
    return question.period().before(question.comparison());
  }

  /** The rows under their counterparts' values; of several that meet there the last one stands. */
  <R> Map<List<String>, R> moved(List<R> rows, Function<R, List<String>> values) {
    Map<List<String>, R> moved = new HashMap<>();
    rows.forEach(row -> moved.put(moved(values.apply(row)), row));
    return moved;
  }

  private List<String> moved(List<String> values) {
    List<String> moved = new ArrayList<>(values);
    for (int i = 0; i < moved.size(); i++) {
      String value = moved.get(i);
      switch (question.groups().get(i)) {
        case "day" -> moved.set(i, day(value));
        case "month" -> moved.set(i, month(value));
        case "year" -> moved.set(i, year(value));
        default -> {
          // not of time
        }
      }
    }
    return moved;
  }

  private String day(String day) {
    return question.period().counterpart(LocalDate.parse(day), question.comparison()).toString();
  }

  private String month(String month) {
    return question.period().counterpart(YearMonth.parse(month), question.comparison()).toString();
  }

  private String year(String year) {
    int later = question.period().from().getYear() - period().from().getYear();
    return String.valueOf(Integer.parseInt(year) + later);
  }

  /** The names of the numbers, with that of the earlier rate when a period is compared. */
  static List<String> names(StatisticsQuestion question, List<String> names, String earlier) {
    if (question.comparison() == null) {
      return names;
    }
    List<String> more = new ArrayList<>(names);
    more.add(earlier);
    return more;
  }

  /** The row, with the earlier rate when a period is compared. */
  static StatisticsTable.Row row(
      StatisticsQuestion question, Map<List<String>, Double> earlier, StatisticsTable.Row row) {
    if (question.comparison() == null) {
      return row;
    }
    List<Number> numbers = new ArrayList<>(row.numbers());
    numbers.add(earlier.get(row.keys()));
    return new StatisticsTable.Row(row.keys(), numbers);
  }
}
