package org.qingmen.engine.internal.decide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.qingmen.engine.Decider.Occasion;
import org.qingmen.engine.Decision;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Matter;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.PassageFacts;

/** Evaluates by one pack alone, whether it is in force or not; for cases. */
public final class OnePack {

  private OnePack() {}

  /**
   * A decision and what took part in it.
   *
   * @param touched names of the rules that fired and of the parameters that were read
   */
  public record Outcome<T>(T decision, Set<String> touched) {}

  /** Decides a passage. */
  public static Outcome<Decision> decide(CompiledPack pack, PassageFacts facts) {
    PassageRun run = new PassageRun(facts, Occasion.PASSAGE, List.of());
    Decision decision = run.decide(List.of(pack));
    return new Outcome<>(decision, run.touched());
  }

  /** Judges a matter. */
  public static Outcome<Judgement> judge(CompiledPack pack, Matter matter) {
    JudgementRun run = new JudgementRun(matter);
    Judgement judgement = run.judge(List.of(pack));
    return new Outcome<>(judgement, run.touched());
  }

  /** Computes a grade. */
  public static Outcome<GradeDecision> grade(CompiledPack pack, GradingFacts facts) {
    GradeRun run = new GradeRun(facts, null);
    GradeDecision grade = run.grade(List.of(pack));
    Set<String> touched = new LinkedHashSet<>(run.touched());
    grade.indicators().stream().map(GradeDecision.Indicator::code).forEach(touched::add);
    return new Outcome<>(grade, touched);
  }
}
