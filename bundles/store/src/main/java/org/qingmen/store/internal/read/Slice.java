package org.qingmen.store.internal.read;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.internal.project.Days;

/**
 * A part of a period that one rollup answers.
 *
 * @param rollup the rollup that answers it
 * @param first first month (yyyymm) or day (yyyymmdd)
 * @param last last one, included
 */
record Slice(Rollup rollup, int first, int last) {

  /** Whole months from the monthly rollup, the days before and after from the daily one. */
  static List<Slice> of(LocalDate from, LocalDate to, boolean everyDay) {
    YearMonth first = YearMonth.from(from);
    YearMonth firstWhole = from.getDayOfMonth() == 1 ? first : first.plusMonths(1);
    YearMonth last = YearMonth.from(to);
    YearMonth lastWhole = to.equals(last.atEndOfMonth()) ? last : last.minusMonths(1);
    if (everyDay || firstWhole.isAfter(lastWhole)) {
      return List.of(days(from, to));
    }
    List<Slice> slices = new ArrayList<>();
    slices.add(new Slice(Rollup.MONTHS, number(firstWhole), number(lastWhole)));
    if (from.isBefore(firstWhole.atDay(1))) {
      slices.add(days(from, firstWhole.atDay(1).minusDays(1)));
    }
    if (to.isAfter(lastWhole.atEndOfMonth())) {
      slices.add(days(lastWhole.atEndOfMonth().plusDays(1), to));
    }
    return slices;
  }

  /** The same days, from the smallest rollup of enterprises that knows these groups. */
  Slice narrowed(List<Group> groups) {
    boolean general = groups.stream().allMatch(g -> g.general() || g == Group.NEW_ENERGY);
    return rollup == Rollup.DAYS && general ? new Slice(Rollup.ENTERPRISE_DAYS, first, last) : this;
  }

  /** The same days, of areas. */
  Slice ofAreas() {
    return new Slice(Rollup.AREAS, first, last);
  }

  private boolean monthly() {
    return rollup == Rollup.MONTHS;
  }

  String column() {
    return monthly() ? "month_no" : "day_no";
  }

  String monthExpression() {
    return monthly() ? "month_no" : "FLOOR(day_no / 100)";
  }

  String yearExpression() {
    return monthly() ? "FLOOR(month_no / 100)" : "FLOOR(day_no / 10000)";
  }

  /** Days that the daily rollup answers. */
  static Slice days(LocalDate from, LocalDate to) {
    return new Slice(Rollup.DAYS, Days.of(from), Days.of(to));
  }

  private static int number(YearMonth month) {
    return month.getYear() * 100 + month.getMonthValue();
  }
}
