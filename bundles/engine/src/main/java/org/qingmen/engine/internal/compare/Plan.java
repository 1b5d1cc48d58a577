package org.qingmen.engine.internal.compare;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qingmen.engine.Comparison.Statement;
import org.qingmen.engine.internal.decide.Spoken;
import org.qingmen.engine.internal.decide.Spoken.Asked;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.PassageFacts;

/**
 * How decisions that were made by the same packs, and would be made by the same packs today, are
 * compared: which rules differ, and what these rules said of facts that looked alike.
 */
final class Plan {

  private static final int REMEMBERED = 200_000;

  private final List<Asked> today;
  private final List<Asked> tomorrow;
  private final Differing differing;
  private final Map<Projection.Extract, Effect> effects = new ConcurrentHashMap<>();

  /**
   * The rules that differ.
   *
   * @param today those of the packs in service
   * @param tomorrow those with the candidate
   * @param names their names
   * @param shared whether another rule, that does not differ, has one of these names
   * @param projection what they read; null when that cannot be told
   * @param dated whether they read parameters, which depend on the day
   */
  record Differing(
      List<Asked> today,
      List<Asked> tomorrow,
      Set<String> names,
      boolean shared,
      Projection projection,
      boolean dated) {

    boolean none() {
      return today.isEmpty() && tomorrow.isEmpty();
    }
  }

  /**
   * What the rules that differ say.
   *
   * @param before strictest verdict today
   * @param after strictest verdict with the candidate
   * @param gone said today only
   * @param fresh said with the candidate only
   * @param failed whether one of them failed, so that only asking all rules tells
   */
  record Effect(
      Verdict before, Verdict after, Set<Statement> gone, Set<Statement> fresh, boolean failed) {}

  /**
   * A plan.
   *
   * @param differing null when what decided is not known well enough to leave anything out
   */
  Plan(List<Asked> today, List<Asked> tomorrow, Differing differing) {
    this.today = today;
    this.tomorrow = tomorrow;
    this.differing = differing;
  }

  /** Whether every rule must be asked. */
  boolean whole() {
    return differing == null;
  }

  /** Whether nothing can come out otherwise. */
  boolean nothing() {
    return differing != null && differing.none();
  }

  /** What facts look like to the rules that differ; empty when that cannot be told. */
  Optional<Projection.Extract> extract(StoredDecision decision) {
    return differing.projection() == null
        ? Optional.empty()
        : Optional.of(
            differing.projection().of(decision, differing.dated() ? decision.dayText() : ""));
  }

  Effect remembered(Projection.Extract extract) {
    return effects.get(extract);
  }

  void remember(Projection.Extract extract, Effect effect) {
    if (effects.size() >= REMEMBERED) {
      effects.clear();
    }
    effects.put(extract, effect);
  }

  Effect evaluate(PassageFacts facts) {
    return effect(differing.today(), differing.tomorrow(), facts);
  }

  Effect evaluateAll(PassageFacts facts) {
    return effect(today, tomorrow, facts);
  }

  /** Whether all reasons of the stored decision came from rules that differ. */
  boolean gaveAll(Set<String> reasons) {
    return !differing.shared() && differing.names().containsAll(reasons);
  }

  private static Effect effect(List<Asked> today, List<Asked> tomorrow, PassageFacts facts) {
    Spoken before = Spoken.by(today, facts);
    Spoken after = Spoken.by(tomorrow, facts);
    return new Effect(
        before.verdict(),
        after.verdict(),
        without(before.statements(), after.statements()),
        without(after.statements(), before.statements()),
        before.failed() || after.failed());
  }

  private static Set<Statement> without(Set<Statement> some, Collection<Statement> others) {
    Set<Statement> rest = new HashSet<>(some);
    rest.removeAll(others);
    return Set.copyOf(rest);
  }
}
