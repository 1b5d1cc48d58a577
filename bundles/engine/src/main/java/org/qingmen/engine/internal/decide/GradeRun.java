package org.qingmen.engine.internal.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.GradeDecision.Reason;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.compile.ParameterSet;
import org.qingmen.engine.internal.grade.Assessment;
import org.qingmen.engine.internal.grade.GradeJson;
import org.qingmen.engine.internal.grade.TallyBook;
import org.qingmen.engine.internal.json.GradingFactsJson;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.pack.Parameter;

/** Grades one enterprise by a given pack and writes the decision down. */
final class GradeRun {

  private static final GradeJson BOTH_LANGUAGES = new GradeJson(GradeJson::bothLanguages);

  private final GradingFacts facts;
  private final String policy;
  private final LocalDate date;
  private final List<RuleMeta> fired = new ArrayList<>();
  private final TreeMap<String, Parameter> read = new TreeMap<>();

  GradeRun(GradingFacts facts, String policy) {
    this(facts, policy, facts.to());
  }

  /** Grades with the parameters of a later day where the period ends before it. */
  GradeRun(GradingFacts facts, String policy, LocalDate from) {
    this.facts = facts;
    this.policy = policy;
    this.date = from.isAfter(facts.to()) ? from : facts.to();
  }

  /** The grade by the only pack of the list, or none when it is empty. */
  GradeDecision grade(List<CompiledPack> packs) {
    GradeDecision grade = packs.isEmpty() ? withoutPack() : by(packs.get(0));
    byte[] result = BOTH_LANGUAGES.write(grade, null);
    byte[] factsJson = GradingFactsJson.write(facts, policy);
    byte[] document =
        new DecisionWriter(packs, fired, read.values(), date).grade(factsJson, result);
    return with(grade, result, document);
  }

  /** Names of the rules that fired and of the parameters that were read. */
  Set<String> touched() {
    Set<String> names = new LinkedHashSet<>(read.keySet());
    fired.forEach(rule -> names.add(rule.name()));
    return names;
  }

  private GradeDecision withoutPack() {
    Object asked = policy == null ? "*" : policy;
    Reason reason =
        new Reason("no-pack", Messages.text("no-pack", facts.industry(), facts.to(), asked));
    return withoutGrade(null, reason);
  }

  private GradeDecision withoutGrade(PackRef pack, Reason reason) {
    return new GradeDecision(
        null, policy, List.of(), false, false, reason, List.of(), List.of(), pack, null, null);
  }

  private GradeDecision by(CompiledPack pack) {
    ParameterSet.Day day = pack.parameters().on(date);
    TallyBook book = new TallyBook();
    Fired listener = new Fired(pack);
    Map<String, Object> globals = Map.of("tally", book, "parameters", new Reads(day, read));
    try {
      SessionRun.run(pack, globals, inserted(), listener);
    } catch (RuleFailure e) {
      return withoutGrade(
          pack.ref(), new Reason("rule-failed", Messages.text("rule-failed", e.getMessage())));
    }
    listener.orders().stream().mapToObj(pack::ruleAt).forEach(fired::add);
    List<String> grades = pack.descriptor().grades();
    Assessment assessed = Assessment.of(grades, day.requirements(), book);
    return new GradeDecision(
        assessed.grade(),
        pack.descriptor().policy(),
        grades,
        assessed.complete(),
        assessed.verified(),
        assessed.reason(),
        assessed.indicators(),
        assessed.gaps(),
        assessed.paths(),
        assessed.waivers(),
        pack.ref(),
        null,
        null);
  }

  private List<Object> inserted() {
    List<Object> all = new ArrayList<>();
    all.add(facts);
    all.add(facts.enterprise());
    all.addAll(facts.trips());
    all.addAll(facts.masses());
    all.addAll(facts.units());
    all.add(facts.ledgers());
    all.addAll(facts.spurPlans());
    return all;
  }

  private static GradeDecision with(GradeDecision grade, byte[] result, byte[] document) {
    PackRef pack = grade.pack();
    return new GradeDecision(
        grade.grade(),
        grade.policy(),
        grade.grades(),
        grade.complete(),
        grade.verified(),
        grade.reason(),
        grade.indicators(),
        grade.gaps(),
        grade.paths(),
        grade.waivers(),
        pack,
        result,
        document);
  }
}
