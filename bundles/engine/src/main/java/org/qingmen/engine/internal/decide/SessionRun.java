package org.qingmen.engine.internal.decide;

import java.util.Map;
import java.util.Optional;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.compile.RuleRun;

/** One evaluation of one pack in a session of its own. */
final class SessionRun {

  /** Firings that rules which are tried out may have. */
  private static final int TRIAL_FIRINGS = 2_000;

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
      if (way.run(globals, facts, fired::note, TRIAL_FIRINGS) >= TRIAL_FIRINGS) {
        throw new BudgetExceeded(pack, "budget", TRIAL_FIRINGS, fired.last());
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
      Budget budget = new Budget(pack.joins());
      for (Object fact : facts) {
        session.insert(fact);
        budget.given(fact);
      }
      budget.combinations();
      session.addEventListener(budget);
      if (session.fireAllRules(match -> fires(pack, match.getRule(), budget), budget.firings())
          >= budget.firings()) {
        throw new Spent("budget", budget.firings());
      }
    } catch (RuntimeException e) {
      throw failure(pack, fired, e);
    } finally {
      session.dispose();
    }
  }

  private static RuntimeException failure(CompiledPack pack, Fired fired, RuntimeException e) {
    Spent spent = Spent.in(e);
    return spent == null
        ? new RuleFailure(pack, fired.last(), e)
        : new BudgetExceeded(pack, spent.code(), spent.limit(), fired.last());
  }

  private static boolean fires(CompiledPack pack, Rule rule, Budget budget) {
    budget.time();
    return pack.fires(rule.getPackageName(), rule.getName());
  }

  private static void setGlobal(CompiledPack pack, KieSession session, String name, Object value) {
    if (pack.declares(name)) {
      session.setGlobal(name, value);
    }
  }
}
