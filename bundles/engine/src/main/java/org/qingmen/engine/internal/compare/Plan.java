package org.qingmen.engine.internal.compare;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
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

  /** Extracts that were looked up in vain before remembering may be given up. */
  private static final int TRIED = 50_000;

  private final List<Asked> today;
  private final List<Asked> tomorrow;
  private final Differing differing;
  private final Map<Projection.Extract, Effect> effects = new ConcurrentHashMap<>();
  private final AtomicLong hits = new AtomicLong();
  private final AtomicLong misses = new AtomicLong();

  /**
   * The rules that differ.
   *
   * @param today those of the packs in service
   * @param tomorrow those with the candidate
   * @param names their names
   * @param shared whether another rule, that does not differ, has one of these names
   * @param projection what they read; null when that cannot be told
   * @param eras over which parameters stay what they are; null when the rules read none
   */
  record Differing(
      List<Asked> today,
      List<Asked> tomorrow,
      Set<String> names,
      boolean shared,
      Projection projection,
      Eras eras) {

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

  /**
   * What facts look like to the rules that differ; empty when that cannot be told, or when hardly
   * two of them looked alike so far.
   */
  Optional<Projection.Extract> extract(StoredDecision decision) {
    return differing.projection() == null || tooDifferent()
        ? Optional.empty()
        : Optional.of(
            differing
                .projection()
                .of(decision, eras() == null ? "" : eras().of(decision.dayText())));
  }

  private Eras eras() {
    return differing.eras();
  }

  /** Whether remembering costs more than it saves. */
  private boolean tooDifferent() {
    return misses.get() > TRIED && hits.get() < misses.get() / 20;
  }

  Effect remembered(Projection.Extract extract) {
    Effect known = effects.get(extract);
    (known == null ? misses : hits).incrementAndGet();
    return known;
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
