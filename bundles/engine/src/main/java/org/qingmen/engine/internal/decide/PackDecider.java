package org.qingmen.engine.internal.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.qingmen.engine.Decider;
import org.qingmen.engine.Decision;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.ReplayResult;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/** Decides by the packs in service. */
public final class PackDecider implements Decider {

  private final PacksInService packs;

  /** Decides by these packs. */
  public PackDecider(PacksInService packs) {
    this.packs = packs;
  }

  @Override
  public Decision decide(PassageFacts facts, Occasion occasion, List<Finding> noted) {
    return within(
        now -> now.forPassage(Days.of(facts), facts.enterprise().division()),
        chosen -> new PassageRun(facts, occasion, List.copyOf(noted)).decide(chosen));
  }

  @Override
  public GradeDecision grade(GradingFacts facts, String policy) {
    return within(
        now ->
            now.forGrade(facts.to(), facts.enterprise().division(), facts.industry(), policy)
                .map(List::of)
                .orElse(List.of()),
        chosen -> new GradeRun(facts, policy).grade(chosen));
  }

  @Override
  public ReplayResult replay(byte[] decisionDocument) {
    return new Replay(packs).replay(decisionDocument);
  }

  /** Evaluates inside the chosen packs; chooses again when one was closed or stopped meanwhile. */
  private <T> T within(
      Function<Snapshot, List<CompiledPack>> choice, Function<List<CompiledPack>, T> evaluation) {
    while (true) {
      List<CompiledPack> chosen = choice.apply(packs.snapshot());
      List<CompiledPack> entered = new ArrayList<>(chosen.size());
      try {
        if (enterAll(chosen, entered)) {
          return evaluation.apply(chosen);
        }
        Thread.onSpinWait();
      } catch (BudgetExceeded e) {
        packs.quarantine(e);
      } finally {
        entered.forEach(CompiledPack::leave);
      }
    }
  }

  private static boolean enterAll(List<CompiledPack> chosen, List<CompiledPack> entered) {
    for (CompiledPack pack : chosen) {
      if (!pack.enter()) {
        return false;
      }
      entered.add(pack);
    }
    return true;
  }
}
