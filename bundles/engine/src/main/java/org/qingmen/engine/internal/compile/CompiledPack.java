package org.qingmen.engine.internal.compile;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.RuleContext;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.internal.pack.Lineage;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;

/**
 * A pack ready to decide. Evaluations enter and leave it; what it holds is let go when it is closed
 * and the last one has left.
 */
public final class CompiledPack {

  private static final int CLOSED = Integer.MIN_VALUE / 2;

  private final Lineage lineage;
  private final LoadedRules rules;
  private final RuleRun otherwise;
  private final ParameterSet parameters;
  private final Map<String, RuleMeta> metas;
  private final RuleMeta[] inOrder;
  private final AtomicInteger inside;
  private final Set<String> stopped;
  private final LocalDate from;

  CompiledPack(Lineage lineage, LoadedRules rules) {
    this.lineage = lineage;
    this.rules = rules;
    this.otherwise = null;
    this.parameters = new ParameterSet(lineage);
    this.inOrder = lineage.rules().toArray(RuleMeta[]::new);
    this.metas = new HashMap<>();
    for (RuleMeta rule : inOrder) {
      metas.put(rule.key(), rule);
    }
    this.inside = new AtomicInteger();
    this.stopped = Set.of();
    this.from = lineage.pack().descriptor().validFrom();
  }

  private CompiledPack(
      CompiledPack same,
      RuleRun otherwise,
      ParameterSet parameters,
      AtomicInteger inside,
      Set<String> stopped,
      LocalDate from) {
    this.lineage = same.lineage;
    this.rules = same.rules;
    this.otherwise = otherwise;
    this.parameters = parameters;
    this.inOrder = same.inOrder;
    this.metas = same.metas;
    this.inside = inside;
    this.stopped = Set.copyOf(stopped);
    this.from = from;
  }

  /**
   * The same pack as it serves: entering and closing one of them counts for both.
   *
   * @param stoppedRules keys of rules that must not fire
   * @param firstDay first day on which it serves; null for the first day of its validity
   */
  public CompiledPack serving(Collection<String> stoppedRules, LocalDate firstDay) {
    LocalDate valid = descriptor().validFrom();
    boolean later = firstDay != null && firstDay.isAfter(valid);
    Set<String> keys = new HashSet<>(stoppedRules);
    return new CompiledPack(this, otherwise, parameters, inside, keys, later ? firstDay : valid);
  }

  /**
   * The same pack run in another way, perhaps with other parameters; for what is tried out and
   * never serves. It is not closed.
   */
  public CompiledPack runBy(RuleRun way, List<Parameter> other) {
    return new CompiledPack(this, way, new ParameterSet(other), new AtomicInteger(), stopped, from);
  }

  /** The other way to run it; empty when its compiled rules decide. */
  public Optional<RuleRun> otherwise() {
    return Optional.ofNullable(otherwise);
  }

  /** Whether another view shows the same pack. */
  public boolean sameAs(CompiledPack other) {
    return inside == other.inside;
  }

  /** The pack as written. */
  public RulePack pack() {
    return lineage.pack();
  }

  /** The pack and everything it extends. */
  public Lineage lineage() {
    return lineage;
  }

  /** What it extends, the widest first. */
  public List<RulePack> bases() {
    return lineage.bases();
  }

  /** Whether a rule fires when its conditions are met. */
  public boolean fires(String drlPackage, String name) {
    return stopped.isEmpty() || !stopped.contains(drlPackage + "." + name);
  }

  /** Rules that do not fire, in their order. */
  public List<RuleMeta> stopped() {
    return stopped.isEmpty()
        ? List.of()
        : Arrays.stream(inOrder).filter(rule -> stopped.contains(rule.key())).toList();
  }

  /** First day on which it serves. */
  public LocalDate from() {
    return from;
  }

  /** Whether it serves on a day. */
  public boolean inForce(LocalDate day) {
    return !day.isBefore(from) && descriptor().inForce(day);
  }

  /** Its name for ever. */
  public PackRef ref() {
    return pack().ref();
  }

  /** What it says of itself. */
  public PackDescriptor descriptor() {
    return pack().descriptor();
  }

  /** Its parameters. */
  public ParameterSet parameters() {
    return parameters;
  }

  /** What a rule says of itself. */
  public RuleMeta rule(String drlPackage, String name) {
    return metas.get(drlPackage + "." + name);
  }

  /** The rule that speaks: {@code drools} of a consequence, or the rule itself. */
  public RuleMeta speaking(Object drools) {
    if (drools instanceof RuleMeta rule) {
      return rule;
    }
    Rule rule = ((RuleContext) drools).getRule();
    return rule(rule.getPackageName(), rule.getName());
  }

  /** The rule at a position in the order of all rules. */
  public RuleMeta ruleAt(int order) {
    return inOrder[order];
  }

  /** Its rules in their order. */
  public List<RuleMeta> rulesInOrder() {
    return List.of(inOrder);
  }

  /** Whether its rules declare a global of this name. */
  public boolean declares(String global) {
    return rules.declares(global);
  }

  /** How many combinations of facts its rules may look at. */
  public Joins joins() {
    return rules.joins();
  }

  /** A new session; the caller is inside and disposes it. */
  public KieSession session() {
    return rules.session();
  }

  /** Enters; false when the pack is closed and another one serves. */
  public boolean enter() {
    if (inside.incrementAndGet() > 0) {
      return true;
    }
    leave();
    return false;
  }

  /** Leaves after {@link #enter()}. */
  public void leave() {
    if (inside.decrementAndGet() == CLOSED) {
      rules.dispose();
    }
  }

  /** Lets nobody enter any more and frees everything when the last one has left. */
  public void close() {
    int count = inside.getAndUpdate(now -> now < 0 ? now : now + CLOSED);
    if (count == 0) {
      rules.dispose();
    }
  }
}
