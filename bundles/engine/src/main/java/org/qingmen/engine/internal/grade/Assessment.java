package org.qingmen.engine.internal.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.GradeDecision.Gap;
import org.qingmen.engine.GradeDecision.Indicator;
import org.qingmen.engine.GradeDecision.Path;
import org.qingmen.engine.GradeDecision.Reason;
import org.qingmen.engine.GradeDecision.Waiver;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.Parameter;

/**
 * Holds what the rules counted against the thresholds of a pack.
 *
 * @param grade grade awarded
 * @param complete whether nothing that decides was missing
 * @param verified whether every threshold that decided is verified
 * @param reason why it is incomplete, null when it is not
 * @param indicators each indicator
 * @param gaps what is missing for the next better grade
 * @param paths the cheapest way to each better grade
 * @param waivers what counted although it was not measured
 */
public record Assessment(
    String grade,
    boolean complete,
    boolean verified,
    Reason reason,
    List<Indicator> indicators,
    List<Gap> gaps,
    List<Path> paths,
    List<Waiver> waivers) {

  /** Assesses. */
  public static Assessment of(List<String> grades, List<Parameter> thresholds, TallyBook book) {
    Map<String, Measured> measured = new LinkedHashMap<>();
    for (Parameter threshold : thresholds) {
      measured
          .computeIfAbsent(threshold.name(), code -> Measured.of(code, threshold, book.of(code)))
          .hold(threshold);
    }
    List<Row> rows = measured.values().stream().flatMap(one -> one.rows().stream()).toList();
    Ladder ladder = new Ladder(grades, rows);
    List<Indicator> indicators = new ArrayList<>();
    measured.values().forEach(one -> indicators.add(one.indicator(grades, ladder)));
    Reason reason = reason(measured.values());
    return new Assessment(
        ladder.awarded(),
        reason == null,
        ladder.verified(),
        reason,
        indicators,
        Gaps.of(ladder, measured),
        Paths.of(ladder, measured),
        Waivers.of(grades, measured));
  }

  private static Reason reason(Iterable<Measured> measured) {
    for (Measured one : measured) {
      boolean known = one.rows().stream().anyMatch(row -> !row.unknown());
      if (known && one.measure().missing()) {
        Text what = Messages.text(one.baseUnit().equals("tonnes") ? "unit-tonnes" : "unit-trips");
        return new Reason("no-base", Messages.text("no-base", one.code(), what));
      }
    }
    // Whatever was awarded: a pack with a threshold that nobody knows is not complete (contract).
    for (Measured one : measured) {
      for (Row row : one.rows()) {
        if (row.unknown()) {
          return new Reason(
              "unknown-threshold",
              Messages.text("unknown-threshold", row.parameter().grade(), row.parameter().name()));
        }
      }
    }
    return null;
  }

  /** One indicator with its rows. */
  static final class Measured {

    private final String code;
    private final String baseUnit;
    private final Count count;
    private final Measure measure;
    private final List<Row> rows = new ArrayList<>();

    private Measured(String code, String baseUnit, Count count, Measure measure) {
      this.code = code;
      this.baseUnit = baseUnit;
      this.count = count;
      this.measure = measure;
    }

    static Measured of(String code, Parameter threshold, Count count) {
      String unit = BaseUnit.of(threshold);
      Measure measure;
      boolean untold = threshold.value() == null && threshold.unit() == null && count.empty();
      // A threshold of which nothing is known, not even the unit, is no share of anything.
      if (threshold.value() instanceof Boolean || untold) {
        measure = new Measure.State(count);
      } else if (threshold.value() instanceof String || count.lowestStage() != null) {
        measure = new Measure.LowestStage(count);
      } else {
        Boolean met = threshold.metWhenEmpty();
        measure = new Measure.Share(count, met == null ? unit.equals("units") : met);
      }
      return new Measured(code, unit, count, measure);
    }

    void hold(Parameter threshold) {
      rows.add(Row.of(threshold, measure));
    }

    String code() {
      return code;
    }

    String baseUnit() {
      return baseUnit;
    }

    Count count() {
      return count;
    }

    Measure measure() {
      return measure;
    }

    List<Row> rows() {
      return rows;
    }

    Indicator indicator(List<String> grades, Ladder ladder) {
      boolean state = measure instanceof Measure.State;
      return new Indicator(
          code,
          measure.value(),
          measure.unit(),
          count.base().doubleValue(),
          state ? null : baseUnit,
          count.excluded().doubleValue(),
          ladder.allows(rows),
          measure.note(),
          rows.stream()
              .sorted(Comparator.comparingInt(row -> grades.indexOf(row.parameter().grade())))
              .map(Row::requirement)
              .toList());
    }
  }
}
