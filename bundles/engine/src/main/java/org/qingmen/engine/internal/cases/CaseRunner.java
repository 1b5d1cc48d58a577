package org.qingmen.engine.internal.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingmen.engine.Decision;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.GradeDecision.Gap;
import org.qingmen.engine.GradeDecision.Indicator;
import org.qingmen.engine.GradeDecision.Waiver;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Matter;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.decide.OnePack;
import org.qingmen.engine.internal.pack.CaseText;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.spi.pack.PackProblem;

/** Runs the cases of a pack on the pack itself. */
public final class CaseRunner {

  private final CompiledPack pack;
  private final Problems problems;
  private final Map<String, Set<String>> casesByRule = new HashMap<>();
  private final List<Ran> ran = new ArrayList<>();
  private byte[] document = new byte[0];

  /**
   * What a case showed.
   *
   * @param text the case
   * @param problems what differs from what is expected; empty when it passed
   * @param document the decision, empty when there is none
   */
  public record Ran(CaseText text, List<PackProblem> problems, byte[] document) {

    /** Whether everything was as expected. */
    public boolean passed() {
      return problems.isEmpty();
    }
  }

  private CaseRunner(CompiledPack pack, Problems problems) {
    this.pack = pack;
    this.problems = problems;
  }

  /** Runs all cases; those that fail are added to {@code problems}. */
  public static CaseRunner run(CompiledPack pack, Problems problems) {
    CaseRunner runner = new CaseRunner(pack, problems);
    pack.pack().cases().forEach(runner::run);
    return runner;
  }

  /** Runs none. */
  public static CaseRunner none(CompiledPack pack) {
    return new CaseRunner(pack, new Problems());
  }

  /** Runs one case. */
  public static CaseRunner one(CompiledPack pack, CaseText text, Problems problems) {
    CaseRunner runner = new CaseRunner(pack, problems);
    runner.run(text);
    return runner;
  }

  /** Whether one case passes. */
  public static boolean passes(CompiledPack pack, CaseText text) {
    return one(pack, text, new Problems()).passed() == 1;
  }

  /** Number of cases that passed. */
  public int passed() {
    return (int) ran.stream().filter(Ran::passed).count();
  }

  /** What each case showed, in their order. */
  public List<Ran> ran() {
    return ran;
  }

  /** Sentences of the cases in which a rule (by name) or parameter (by name) took part. */
  public List<String> casesOf(String name) {
    return List.copyOf(casesByRule.getOrDefault(name, Set.of()));
  }

  private void run(CaseText text) {
    Problems now = new Problems();
    document = new byte[0];
    attempt(text, now);
    now.all().forEach(problems::add);
    ran.add(new Ran(text, now.all(), document));
  }

  private void attempt(CaseText text, Problems now) {
    Expectation expectation = new Expectation();
    try {
      switch (pack.descriptor().kind()) {
        case GRADING -> grade(text, expectation);
        case GATE, VERIFICATION -> passage(text, expectation);
        default -> judge(text, expectation);
      }
    } catch (RuntimeException e) {
      now.add(
          text.file(), text.line(), "case-error", text.sentence(), String.valueOf(e.getMessage()));
      return;
    }
    for (Expectation.Miss miss : expectation.misses()) {
      now.add(
          text.file(),
          text.line(),
          "case-failed",
          text.sentence(),
          miss.where(),
          miss.expected(),
          miss.found());
    }
  }

  private void passage(CaseText text, Expectation expectation) {
    OnePack.Outcome<Decision> outcome = OnePack.decide(pack, PassageCase.facts(text.given()));
    outcome.touched().forEach(name -> touch(name, text));
    Decision decision = outcome.decision();
    document = decision.document();
    JsonNode expect = text.expect();
    if (expect.has("verdict")) {
      expectation.same("verdict", expect.get("verdict"), decision.verdict().code());
    }
    if (expect.has("reasons")) {
      List<String> wanted = new ArrayList<>();
      expect.get("reasons").forEach(code -> wanted.add(code.asText()));
      expectation.sameSet(
          "reasons", wanted, decision.reasons().stream().map(reason -> reason.code()).toList());
    }
    if (expect.has("findings")) {
      expectation.findings(expect.get("findings"), decision.findings());
    }
  }

  private void judge(CaseText text, Expectation expectation) {
    Matter matter = JudgementCase.matter(pack.descriptor().kind(), text.given());
    OnePack.Outcome<Judgement> outcome = OnePack.judge(pack, matter);
    outcome.touched().forEach(name -> touch(name, text));
    document = outcome.decision().document();
    JudgementCase.compare(text.expect(), outcome.decision(), expectation);
  }

  private void grade(CaseText text, Expectation expectation) {
    OnePack.Outcome<GradeDecision> outcome = OnePack.grade(pack, GradingCase.facts(text.given()));
    outcome.touched().forEach(name -> touch(name, text));
    GradeDecision grade = outcome.decision();
    document = grade.document();
    JsonNode expect = text.expect();
    Map<String, Object> plain = new HashMap<>();
    plain.put("grade", grade.grade());
    plain.put("complete", grade.complete());
    plain.put("verified", grade.verified());
    plain.put("reason", grade.reason() == null ? null : grade.reason().code());
    plain.forEach(
        (name, value) -> {
          if (expect.has(name)) {
            expectation.same(name, expect.get(name), value);
          }
        });
    expect.path("indicators").properties().forEach(one -> indicator(one, grade, expectation));
    if (expect.has("gaps")) {
      gaps(expect.get("gaps"), grade.gaps(), expectation);
    }
    if (expect.has("waivers")) {
      waivers(expect.get("waivers"), grade.waivers(), expectation);
    }
  }

  private static void indicator(
      Map.Entry<String, JsonNode> expected, GradeDecision grade, Expectation expectation) {
    String code = expected.getKey();
    for (Indicator indicator : grade.indicators()) {
      if (indicator.code().equals(code)) {
        Map<String, Object> found = new HashMap<>();
        found.put("value", indicator.value());
        found.put("grade", indicator.grade());
        found.put("base", indicator.base());
        found.put("excluded", indicator.excluded());
        expected
            .getValue()
            .properties()
            .forEach(
                member ->
                    expectation.same(
                        code + "." + member.getKey(),
                        member.getValue(),
                        found.get(member.getKey())));
        return;
      }
    }
    expectation.absent("indicators", code);
  }

  private static void gaps(JsonNode expected, List<Gap> found, Expectation expectation) {
    List<String> wanted = new ArrayList<>();
    expected.fieldNames().forEachRemaining(wanted::add);
    expectation.sameSet("gaps", wanted, found.stream().map(Gap::indicator).toList());
    for (Gap gap : found) {
      if (expected.has(gap.indicator())) {
        expectation.same("gaps." + gap.indicator(), expected.get(gap.indicator()), gap.missing());
      }
    }
  }

  /** Waivers by indicator with the grades they help to; all of them, so that none comes unseen. */
  private static void waivers(JsonNode expected, List<Waiver> found, Expectation expectation) {
    List<String> wanted = new ArrayList<>();
    expected
        .properties()
        .forEach(one -> one.getValue().forEach(g -> wanted.add(one.getKey() + " " + g.asText())));
    List<String> helped = new ArrayList<>();
    found.forEach(one -> one.grades().forEach(grade -> helped.add(one.indicator() + " " + grade)));
    expectation.sameSet("waivers", wanted, helped);
  }

  private void touch(String name, CaseText text) {
    casesByRule.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(text.sentence());
  }
}
