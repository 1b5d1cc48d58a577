package org.qingmen.engine.internal.grade;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.model.Text;
import org.qingmen.spi.facts.Stages;

/** An indicator as measured: its value, and whether a threshold is met by it. */
sealed interface Measure {

  /** Value to be shown, null when there is none. */
  Object value();

  /** {@code share}, {@code stage} or {@code boolean}. */
  String unit();

  /** What a reader should know, may be null. */
  Text note();

  /** Whether a known threshold is met. */
  boolean meets(String operator, Object threshold);

  /** The waiver that meets a known threshold; only shares have any. */
  default Optional<Waived> waives(String operator, Object threshold) {
    return Optional.empty();
  }

  /** Whether it has no data although it needs some. */
  boolean missing();

  /** A share of a base. */
  record Share(Count count, boolean emptyIsMet) implements Measure {
    @Override
    public Object value() {
      return count.empty()
          ? null
          : count.counts().divide(count.base(), MathContext.DECIMAL64).stripTrailingZeros();
    }

    @Override
    public String unit() {
      return "share";
    }

    @Override
    public Text note() {
      return count.empty() && emptyIsMet ? Messages.text("empty-base") : null;
    }

    @Override
    public boolean meets(String operator, Object threshold) {
      if (count.empty()) {
        return emptyIsMet;
      }
      BigDecimal limit = new BigDecimal(threshold.toString()).multiply(count.base());
      return compare(operator, count.counts().compareTo(limit));
    }

    @Override
    public Optional<Waived> waives(String operator, Object threshold) {
      BigDecimal limit = new BigDecimal(threshold.toString());
      return count.waivers().stream()
          .filter(waiver -> compare(operator, waiver.share().compareTo(limit)))
          .findFirst();
    }

    @Override
    public boolean missing() {
      return count.empty() && !emptyIsMet;
    }
  }

  /** The lowest stage of what is left. */
  record LowestStage(Count count) implements Measure {
    @Override
    public Object value() {
      Integer lowest = count.lowestStage();
      if (lowest == null) {
        return null;
      }
      return lowest < 0 ? "X" : lowest > 6 ? "D" : Integer.toString(lowest);
    }

    @Override
    public String unit() {
      return "stage";
    }

    @Override
    public Text note() {
      return !count.empty() && count.lowestStage() == null ? Messages.text("no-rest") : null;
    }

    @Override
    public boolean meets(String operator, Object threshold) {
      Integer lowest = count.lowestStage();
      if (lowest == null) {
        return !count.empty();
      }
      return compare(operator, Integer.compare(lowest, Stages.rank(threshold.toString())));
    }

    @Override
    public boolean missing() {
      return count.empty();
    }
  }

  /** A truth value. */
  record State(Count count) implements Measure {
    @Override
    public Object value() {
      return count.state();
    }

    @Override
    public String unit() {
      return "boolean";
    }

    @Override
    public Text note() {
      return null;
    }

    @Override
    public boolean meets(String operator, Object threshold) {
      return threshold.equals(count.state());
    }

    @Override
    public boolean missing() {
      return count.state() == null;
    }
  }

  private static boolean compare(String operator, int order) {
    return switch (operator) {
      case ">=" -> order >= 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      case "<" -> order < 0;
      default -> order == 0;
    };
  }
}
