package org.qingmen.engine.internal.analyse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.qingmen.engine.PackNotice;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.decide.Reads;
import org.qingmen.spi.facts.Parameters;

/** Looks for gaps, contradictions and what can never happen in a pack that compiles. */
public final class Analysis {

  /** Enough for pairs of values around every case of the largest shipped pack. */
  private static final int SCENARIOS = 4_000;

  private final CompiledPack pack;
  private final List<RuleModel> rules;
  private final Notices notices;

  private Analysis(CompiledPack pack, List<RuleModel> rules, Notices notices) {
    this.pack = pack;
    this.rules = rules;
    this.notices = notices;
  }

  /** What is odd about a pack. */
  public static List<PackNotice> of(CompiledPack pack) {
    Notices notices = new Notices(Accepted.of(pack.pack().files()));
    ParameterLines lines = new ParameterLines(pack.pack().files());
    GradeOrder.check(pack, lines, notices);
    try {
      List<RuleModel> rules = PackModel.of(pack).rules();
      new ParameterDates(pack, lines, notices).check(new ParameterUse(rules));
      new Analysis(pack, rules, notices).tryOut();
    } catch (NotReadable e) {
      notices.notice(
          "not-analysed", "*", new Notices.Place("rules", 0), null, String.valueOf(e.getMessage()));
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
    List<Outcomes> all =
        tried.values().stream().flatMap(List::stream).filter(Objects::nonNull).toList();
    all.forEach(one -> new Contradictions(notices).check(one));
    reach(all, parameters);
  }

  /** Rules that nothing made fire. */
  private void reach(List<Outcomes> all, Parameters parameters) {
    Set<String> fired = new HashSet<>();
    all.forEach(one -> one.fired().forEach(rule -> fired.add(rule.meta().key())));
    Unsatisfiable unsatisfiable = new Unsatisfiable(parameters);
    for (RuleModel rule : rules) {
      String name = rule.meta().name();
      var conflict = unsatisfiable.conflict(rule.elements());
      if (conflict.isPresent() && !fired.contains(rule.meta().key())) {
        List<Condition> asked = conflict.get();
        String text = String.join(", ", asked.stream().map(Condition::text).toList());
        int line = asked.get(asked.size() - 1).line();
        notices.problem(
            "rule-never-fires",
            name,
            new Notices.Place(rule.meta().file(), line),
            null,
            name,
            text);
      } else if (!fired.contains(rule.meta().key()) && own(rule)) {
        notices.notice("rule-not-reached", name, Notices.Place.of(rule), null, name);
      }
    }
  }

  private boolean own(RuleModel rule) {
    return rule.meta().pack().equals(pack.descriptor().id()) && !pack.pack().cases().isEmpty();
  }
}
