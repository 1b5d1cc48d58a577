package org.qingmen.engine.internal.decide;

import java.util.Map;
import java.util.Optional;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.compile.RuleRun;

/** One evaluation of one pack in a session of its own. */
final class SessionRun {

  /** Firings any pack may have, and more for every fact. */
  private static final int BASIC_BUDGET = 2_000;

  private static final int BUDGET_PER_FACT = 100;

  private SessionRun() {}

  /**
   * Inserts facts and fires.
   *
   * @throws BudgetExceeded when the rules do not come to an end
   * @throws RuleFailure when a rule fails on these facts
   */
  static void run(CompiledPack pack, Map<String, ?> globals, Iterable<?> facts, Fired fired) {
    Optional<RuleRun> otherwise = pack.otherwise();
    if (otherwise.isPresent()) {
      tryOut(otherwise.get(), pack, globals, facts, fired);
    } else {
      compiled(pack, globals, facts, fired);
    }
  }

  private static void tryOut(
      RuleRun way, CompiledPack pack, Map<String, ?> globals, Iterable<?> facts, Fired fired) {
    try {
      if (way.run(globals, facts, fired::note, BASIC_BUDGET) >= BASIC_BUDGET) {
        throw new BudgetExceeded(pack, BASIC_BUDGET, fired.last());
      }
    } catch (BudgetExceeded e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RuleFailure(pack, fired.last(), e);
    }
  }

  private static void compiled(
      CompiledPack pack, Map<String, ?> globals, Iterable<?> facts, Fired fired) {
    KieSession session = pack.session();
    try {
      globals.forEach((name, value) -> setGlobal(pack, session, name, value));
      session.addEventListener(fired);
      int budget = BASIC_BUDGET;
      for (Object fact : facts) {
        session.insert(fact);
        budget += BUDGET_PER_FACT;
      }
      if (session.fireAllRules(match -> fires(pack, match.getRule()), budget) >= budget) {
        throw new BudgetExceeded(pack, budget, fired.last());
      }
    } catch (BudgetExceeded e) {
      throw e;
    } catch (RuntimeException e) {
      throw new RuleFailure(pack, fired.last(), e);
    } finally {
      session.dispose();
    }
  }

  private static boolean fires(CompiledPack pack, Rule rule) {
    return pack.fires(rule.getPackageName(), rule.getName());
  }

  private static void setGlobal(CompiledPack pack, KieSession session, String name, Object value) {
    if (pack.declares(name)) {
      session.setGlobal(name, value);
    }
  }
}
