package org.qingmen.engine.internal.decide;

import java.util.List;
import org.qingmen.engine.CanonicalPassage;
import org.qingmen.engine.Decider;
import org.qingmen.engine.Decision;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.ReplayResult;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/** Decides by the packs in service. */
public final class PackDecider implements Decider {

  private final PacksInService packs;
  private final Evaluation evaluation;

  /** Decides by these packs. */
  public PackDecider(PacksInService packs) {
    this.packs = packs;
    this.evaluation = new Evaluation(packs);
  }

  @Override
  public Decision decide(PassageFacts facts, Occasion occasion, List<Finding> noted) {
    return decide(facts, occasion, noted, CanonicalPassage.of(facts.passage().record()));
  }

  @Override
  public Decision decide(
      PassageFacts facts, Occasion occasion, List<Finding> noted, CanonicalPassage canonical) {
    if (canonical.passage() != facts.passage().record()) {
      throw new IllegalArgumentException("this is the canonical form of another record");
    }
    return evaluation.within(
        now ->
            now.forPassage(Days.of(facts), facts.enterprise().division(), facts.enterprise().id()),
        chosen -> new PassageRun(facts, occasion, List.copyOf(noted), canonical).decide(chosen));
  }

  @Override
  public GradeDecision grade(GradingFacts facts, String policy) {
    return evaluation.within(
        now -> now.forGrade(facts, policy).map(List::of).orElse(List.of()),
        chosen -> new GradeRun(facts, policy).grade(chosen));
  }

  @Override
  public ReplayResult replay(byte[] decisionDocument) {
    return new Replay(packs).replay(decisionDocument);
  }
}
