package org.qingmen.engine.internal.grade;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.qingmen.spi.facts.Stages;
import org.qingmen.spi.pack.Parameter;

/**
 * The smallest change that meets a requirement, with the base as it is: so many trips, tonnes or
 * machines made to count, or not to count any more. Whole ones, tonnes to the kilogram.
 */
final class Smallest {

  private static final int KILOGRAMS = 3;

  private Smallest() {}

  /**
   * How much must change.
   *
   * @return zero when it is met; negative when less must count; null when no change of what was
   *     counted meets it, or the threshold is not known
   */
  static BigDecimal change(Row row, Measure measure, Count count, String unit) {
    if (row.met()) {
      return BigDecimal.ZERO;
    }
    if (row.unknown() || measure instanceof Measure.State || count.empty()) {
      return null;
    }
    return measure instanceof Measure.LowestStage
        ? below(row.parameter(), count)
        : share(row.parameter(), count, unit.equals("tonnes") ? KILOGRAMS : 0);
  }

  private static BigDecimal below(Parameter threshold, Count count) {
    int rank = Stages.rank(threshold.value().toString());
    return switch (threshold.operator()) {
      case ">=" -> count.below(rank);
      case ">" -> count.below(rank + 1);
      default -> null;
    };
  }

  private static BigDecimal share(Parameter threshold, Count count, int digits) {
    BigDecimal limit = new BigDecimal(threshold.value().toString()).multiply(count.base());
    BigDecimal missing = limit.subtract(count.counts());
    BigDecimal step = BigDecimal.ONE.movePointLeft(digits);
    BigDecimal change =
        switch (threshold.operator()) {
          case ">=" -> missing.setScale(digits, RoundingMode.CEILING);
          case ">" -> missing.setScale(digits, RoundingMode.FLOOR).add(step);
          case "<=" -> missing.setScale(digits, RoundingMode.FLOOR);
          case "<" -> missing.setScale(digits, RoundingMode.CEILING).subtract(step);
          default -> missing;
        };
    BigDecimal after = count.counts().add(change);
    boolean whole = change.stripTrailingZeros().scale() <= digits;
    boolean possible = after.signum() >= 0 && after.compareTo(count.base()) <= 0;
    return whole && possible ? change : null;
  }
}
