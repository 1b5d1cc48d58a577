package org.qingmen.store;

import java.time.LocalDate;
import java.util.List;

/**
 * What to count.
 *
 * @param groups keys to group by, in order; may be empty for one total
 * @param from first day
 * @param to last day, included
 * @param divisionPrefix leading digits of the divisions counted; null or empty for all
 * @param enterprise the only enterprise counted, null for all
 */
public record StatisticsQuery(
    List<Group> groups, LocalDate from, LocalDate to, String divisionPrefix, String enterprise) {

  public StatisticsQuery {
    groups = List.copyOf(groups);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the period ends before it begins: " + from + ".." + to);
    }
  }

  /** The same question about another period. */
  public StatisticsQuery over(Period period) {
    return new StatisticsQuery(groups, period.from(), period.to(), divisionPrefix, enterprise);
  }

  /** The same question with other groups. */
  public StatisticsQuery by(List<Group> others) {
    return new StatisticsQuery(others, from, to, divisionPrefix, enterprise);
  }

  /** What can be grouped by; an enterprise of several industries counts under each of them. */
  public enum Group {
    ENTERPRISE,
    INDUSTRY,
    DIVISION,
    DAY,
    MONTH,
    STAGE,
    FUEL,
    DIRECTION,
    VERDICT,
    /** {@code true} for heavy vehicles by their type, else {@code false}. */
    HEAVY,
    /** {@code true} for new energy, else {@code false}. */
    NEW_ENERGY,
    USAGE,
    YEAR;

    /** Whether it is of the enterprise or of time, which every kind of statistics knows. */
    public boolean general() {
      return switch (this) {
        case ENTERPRISE, INDUSTRY, DIVISION, DAY, MONTH, YEAR -> true;
        default -> false;
      };
    }

    /** The name in the API, such as {@code enterprise} or {@code new-energy}. */
    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }
}
