package org.qingmen.engine.internal.decide;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.qingmen.engine.Decider.Occasion;
import org.qingmen.engine.Decision;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Matter;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/** Evaluates by one pack alone, whether it is in force or not; for cases. */
public final class OnePack {

  private OnePack() {}

  /**
   * A decision and what took part in it.
   *
   * @param touched names of the rules that fired and of the parameters that were read
   */
  public record Outcome<T>(T decision, Set<String> touched) {

    /** The same with something of the decision in its place. */
    public <R> Outcome<R> map(Function<T, R> part) {
      return new Outcome<>(part.apply(decision), touched);
    }
  }

  /** Decides a passage. */
  public static Outcome<Decision> decide(CompiledPack pack, PassageFacts facts) {
    return decide(pack, facts, Occasion.PASSAGE, List.of());
  }

  /** Decides a passage or gate check of which something was noted before the rules. */
  public static Outcome<Decision> decide(
      CompiledPack pack, PassageFacts facts, Occasion occasion, List<Finding> noted) {
    PassageRun run = new PassageRun(facts, occasion, noted);
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
