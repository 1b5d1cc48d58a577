package org.qingmen.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Days from the first to the last, both included.
 *
 * @param from first day
 * @param to last day, included
 */
public record Period(LocalDate from, LocalDate to) {

  public Period {
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the period ends before it begins: " + from + ".." + to);
    }
  }

  /** What a period is held against. */
  public enum Comparison {
    /** As many days, or whole months, directly before. */
    PREVIOUS,
    /** The same days a year before. */
    YEAR;

    /** The name in the API. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The period this one is held against. */
  public Period before(Comparison comparison) {
    if (comparison == Comparison.YEAR) {
      return new Period(from.minusYears(1), lastDay(to.minusYears(1)));
    }
    if (wholeMonths()) {
      return new Period(
          from.minusMonths(months()), YearMonth.from(from).minusMonths(1).atEndOfMonth());
    }
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    return new Period(from.minusDays(days), from.minusDays(1));
  }

  /** The day of this period that stands where a day of {@link #before} stood. */
  public LocalDate counterpart(LocalDate earlier, Comparison comparison) {
    Period before = before(comparison);
    return from.plusDays(ChronoUnit.DAYS.between(before.from(), earlier));
  }

  /** The month of this period that stands where a month of {@link #before} stood. */
  public YearMonth counterpart(YearMonth earlier, Comparison comparison) {
    Period before = before(comparison);
    long months = ChronoUnit.MONTHS.between(YearMonth.from(before.from()), earlier);
    return YearMonth.from(from).plusMonths(months);
  }

  /** A February that is whole stays whole. */
  private LocalDate lastDay(LocalDate day) {
    return wholeMonths() ? YearMonth.from(day).atEndOfMonth() : day;
  }

  private boolean wholeMonths() {
    return from.getDayOfMonth() == 1 && to.equals(YearMonth.from(to).atEndOfMonth());
  }

  private long months() {
    return ChronoUnit.MONTHS.between(YearMonth.from(from), YearMonth.from(to)) + 1;
  }
}
