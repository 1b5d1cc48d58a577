package org.qingmen.engine.internal.grade;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.engine.GradeDecision.Path;
import org.qingmen.engine.GradeDecision.Step;
import org.qingmen.engine.internal.grade.Assessment.Measured;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.model.Text;

/**
 * The cheapest way to each better grade. Of requirements that stand for one another it takes the
 * cheapest; what several requirements ask of one indicator is done once. Trips, tonnes and machines
 * are made comparable as shares of what there is of them; a state that must become another counts
 * as a whole. Where ways cost the same, the one named first in the pack is taken.
 */
final class Paths {

  /** Combinations of alternatives that are tried at most; a pack has a handful. */
  private static final int MOST = 100_000;

  private final Ladder ladder;
  private final Map<String, Measured> measured;

  private Paths(Ladder ladder, Map<String, Measured> measured) {
    this.ladder = ladder;
    this.measured = measured;
  }

  static List<Path> of(Ladder ladder, Map<String, Measured> measured) {
    Paths paths = new Paths(ladder, measured);
    List<Path> found = new ArrayList<>();
    for (String grade : ladder.better()) {
      Path path = paths.to(grade);
      if (path != null) {
        found.add(path);
      }
    }
    return found;
  }

  /** A change of one indicator that meets these requirements. */
  private record Choice(List<Row> rows, BigDecimal change) {
    Row row() {
      return rows.get(0);
    }
  }

  /** Null when no change of what was counted leads there. */
  private Path to(String grade) {
    List<List<Choice>> groups = new ArrayList<>();
    for (List<Row> group : ladder.groups(grade)) {
      List<Choice> choices = new ArrayList<>();
      for (Row row : group) {
        choice(row).ifPresent(choices::add);
      }
      if (choices.isEmpty()) {
        return null;
      }
      groups.add(choices);
    }
    Search search = new Search(groups);
    search.from(0, new LinkedHashMap<>());
    return search.best == null ? null : path(grade, search.best);
  }

  private Optional<Choice> choice(Row row) {
    Measured indicator = measured.get(row.parameter().name());
    if (indicator.measure() instanceof Measure.State) {
      boolean possible = !row.unknown();
      BigDecimal change = row.met() ? BigDecimal.ZERO : BigDecimal.ONE;
      return possible ? Optional.of(new Choice(List.of(row), change)) : Optional.empty();
    }
    BigDecimal change =
        Smallest.change(row, indicator.measure(), indicator.count(), indicator.baseUnit());
    return Optional.ofNullable(change).map(amount -> new Choice(List.of(row), amount));
  }

  /** Tries all combinations; what is dearer than the best one found is given up early. */
  private final class Search {

    private final List<List<Choice>> groups;
    private Map<String, Choice> best;
    private BigDecimal cost;
    private int tried;

    Search(List<List<Choice>> groups) {
      this.groups = groups;
    }

    void from(int group, Map<String, Choice> chosen) {
      BigDecimal now = cost(chosen);
      if (tried > MOST || (cost != null && now.compareTo(cost) >= 0)) {
        return;
      }
      if (group == groups.size()) {
        tried++;
        best = new LinkedHashMap<>(chosen);
        cost = now;
        return;
      }
      for (Choice choice : groups.get(group)) {
        String name = choice.row().parameter().name();
        Choice before = chosen.get(name);
        Choice both = before == null ? choice : both(before, choice);
        if (both != null) {
          chosen.put(name, both);
          from(group + 1, chosen);
          if (before == null) {
            chosen.remove(name);
          } else {
            chosen.put(name, before);
          }
        }
      }
    }
  }

  /** The change that meets two requirements of one indicator; null when none does. */
  private Choice both(Choice one, Choice other) {
    Choice larger = one.change().abs().compareTo(other.change().abs()) >= 0 ? one : other;
    Choice smaller = larger == one ? other : one;
    if (!smaller.rows().stream().allMatch(row -> holds(row, larger.change()))) {
      return null;
    }
    List<Row> rows = new ArrayList<>(larger.rows());
    rows.addAll(smaller.rows());
    return new Choice(rows, larger.change());
  }

  private boolean holds(Row row, BigDecimal change) {
    if (row.waived()) {
      return true;
    }
    Measured indicator = measured.get(row.parameter().name());
    if (indicator.measure() instanceof Measure.Share) {
      Count after = indicator.count().with(change);
      Measure.Share share = new Measure.Share(after, false);
      return share.meets(row.parameter().operator(), row.parameter().value());
    }
    // More that is of a better stage, or the same state, meets the lesser demand as well.
    return !(indicator.measure() instanceof Measure.State) || row.met() == (change.signum() == 0);
  }

  private BigDecimal cost(Map<String, Choice> chosen) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Map.Entry<String, Choice> one : chosen.entrySet()) {
      sum = sum.add(share(one.getKey(), one.getValue().change()));
    }
    return sum;
  }

  private BigDecimal share(String indicator, BigDecimal change) {
    Measured of = measured.get(indicator);
    return of.measure() instanceof Measure.State || change.signum() == 0
        ? change.abs()
        : change.abs().divide(of.count().base(), MathContext.DECIMAL64);
  }

  private Path path(String grade, Map<String, Choice> chosen) {
    List<Step> steps = new ArrayList<>();
    chosen.forEach(
        (indicator, choice) -> {
          if (choice.change().signum() != 0) {
            steps.add(step(indicator, choice));
          }
        });
    return new Path(grade, steps, cost(chosen).doubleValue());
  }

  private Step step(String indicator, Choice choice) {
    Measured of = measured.get(indicator);
    String unit = unit(of);
    boolean less = choice.change().signum() < 0;
    String key = unit.equals("state") ? "step-state" : less ? "step-less" : "step-" + unit;
    Text message =
        Messages.text(
            key,
            choice.change().abs(),
            of.count().base(),
            choice.row().parameter().clause(),
            indicator);
    return new Step(indicator, choice.change().doubleValue(), unit, message);
  }

  /** Trips, tonnes, vehicles (inside the works), machines or state. */
  private static String unit(Measured indicator) {
    if (indicator.measure() instanceof Measure.State) {
      return "state";
    }
    if (!indicator.baseUnit().equals("units")) {
      return indicator.baseUnit();
    }
    return indicator.code().startsWith("in-plant") ? "vehicles" : "machines";
  }
}
