package org.qingmen.engine.internal.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.qingmen.engine.internal.compile.CompiledPack;

/** Evaluates in packs that are in service; a pack that runs away is stopped on the way. */
final class Evaluation {

  /** The first evaluations of a pack load its classes, which takes time that is not its fault. */
  private static final int TRIES_IN_TIME = 3;

  private final PacksInService packs;

  Evaluation(PacksInService packs) {
    this.packs = packs;
  }

  /** Evaluates inside the chosen packs; chooses again when one was closed or stopped meanwhile. */
  <T> T within(
      Function<Snapshot, List<CompiledPack>> choice, Function<List<CompiledPack>, T> evaluation) {
    int late = 0;
    while (true) {
      List<CompiledPack> chosen = choice.apply(packs.snapshot());
      List<CompiledPack> entered = new ArrayList<>(chosen.size());
      try {
        if (enterAll(chosen, entered)) {
          return evaluation.apply(chosen);
        }
        Thread.onSpinWait();
      } catch (BudgetExceeded e) {
        late++;
        if (late >= TRIES_IN_TIME || !e.code().equals("budget-time")) {
          packs.quarantine(e);
        }
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
