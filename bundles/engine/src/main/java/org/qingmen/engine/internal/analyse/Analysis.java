package org.qingmen.engine.internal.analyse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qingmen.engine.PackNotice;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.decide.Reads;
import org.qingmen.engine.internal.pack.Place;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.PackProblem;

/** Looks for gaps, contradictions and what can never happen in a pack that compiles. */
public final class Analysis {

  /** Enough for pairs of values around every case of the largest shipped pack. */
  private static final int SCENARIOS = 1_500;

  private final CompiledPack pack;
  private final List<RuleModel> rules;
  private final Notices notices;

  private Analysis(CompiledPack pack, List<RuleModel> rules, Notices notices) {
    this.pack = pack;
    this.rules = rules;
    this.notices = notices;
  }

  /** Adds what no pack may serve with; it costs next to nothing. */
  public static void demand(CompiledPack pack, Problems problems) {
    Notices notices = new Notices(Accepted.of(pack));
    try {
      List<RuleModel> rules = PackModel.of(pack).rules();
      ParameterLines lines = new ParameterLines(pack.pack());
      new ParameterDates(pack, lines, notices).check(new ParameterUse(rules));
      new Analysis(pack, rules, notices).neverFires();
    } catch (NotReadable e) {
      // What is not understood is not refused; the compiled rules decide.
      return;
    }
    for (PackNotice one : notices.all()) {
      if (one.refuses()) {
        problems.add(new PackProblem(one.file(), one.line(), one.code(), one.message()));
      }
    }
  }

  /** What is odd about a pack. */
  public static List<PackNotice> of(CompiledPack pack) {
    Notices notices = new Notices(Accepted.of(pack));
    ParameterLines lines = new ParameterLines(pack.pack());
    GradeOrder.check(pack, lines, notices);
    try {
      List<RuleModel> rules = PackModel.of(pack).rules();
      new ParameterDates(pack, lines, notices).check(new ParameterUse(rules));
      new Analysis(pack, rules, notices).tryOut();
    } catch (NotReadable e) {
      notices.notice(
          "not-analysed", "*", new Place("rules", 0), null, String.valueOf(e.getMessage()));
    }
    return notices.all();
  }

  private void tryOut() {
    Parameters parameters =
        new Reads(pack.parameters().on(pack.descriptor().validFrom()), new TreeMap<>());
    Scenarios scenarios = new Scenarios(pack.pack().cases(), new Thresholds(rules, parameters));
    Map<Scenarios.Line, List<Outcomes>> tried = new HashMap<>();
    for (Scenarios.Line line : scenarios.lines(SCENARIOS)) {
      List<Outcomes> outcomes = new ArrayList<>();
      line.givens().forEach(given -> outcomes.add(Outcomes.of(pack, rules, given)));
      tried.put(line, outcomes);
      new Holes(rules, notices).check(line, outcomes);
    }
    List<Outcomes> all = new ArrayList<>();
    pack.pack().cases().forEach(one -> all.add(Outcomes.of(pack, rules, one.given())));
    tried.values().forEach(all::addAll);
    all.removeIf(Objects::isNull);
    all.forEach(one -> new Contradictions(notices).check(one));
    neverFires();
    reach(all);
  }

  /** Rules that ask for what cannot be, on every day on which something changes. */
  private void neverFires() {
    Set<LocalDate> days = new TreeSet<>(List.of(pack.descriptor().validFrom()));
    pack.parameters().all().forEach(one -> days.add(one.from()));
    days.removeIf(day -> day.isBefore(pack.descriptor().validFrom()));
    for (RuleModel rule : rules) {
      List<Optional<List<Condition>>> conflicts =
          days.stream().map(day -> unsatisfiable(day).conflict(rule.elements())).toList();
      if (conflicts.stream().allMatch(Optional::isPresent)) {
        List<Condition> asked = conflicts.get(0).orElseThrow();
        String text = String.join(", ", asked.stream().map(Condition::text).toList());
        int line = asked.get(asked.size() - 1).line();
        String name = rule.meta().name();
        notices.problem("rule-never-fires", name, rule.meta().placeOf(line), null, name, text);
      }
    }
  }

  private Unsatisfiable unsatisfiable(LocalDate day) {
    return new Unsatisfiable(new Reads(pack.parameters().on(day), new TreeMap<>()));
  }

  /** Rules that nothing made fire. */
  private void reach(List<Outcomes> all) {
    Set<String> fired = new HashSet<>();
    all.forEach(one -> one.fired().forEach(rule -> fired.add(rule.meta().key())));
    for (RuleModel rule : rules) {
      if (!fired.contains(rule.meta().key()) && own(rule)) {
        notices.notice(
            "rule-not-reached", rule.meta().name(), rule.meta().place(), null, rule.meta().name());
      }
    }
  }

  private boolean own(RuleModel rule) {
    return rule.meta().pack().equals(pack.descriptor().id()) && !pack.pack().cases().isEmpty();
  }
}
