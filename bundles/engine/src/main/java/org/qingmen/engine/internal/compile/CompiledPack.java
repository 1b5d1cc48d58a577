package org.qingmen.engine.internal.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.kie.api.definition.rule.Rule;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.RuleContext;
import org.qingmen.engine.PackRef;
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

  private final RulePack pack;
  private final RulePack base;
  private final LoadedRules rules;
  private final RuleRun otherwise;
  private final ParameterSet parameters;
  private final Map<String, RuleMeta> metas;
  private final RuleMeta[] inOrder;
  private final AtomicInteger inside = new AtomicInteger();

  CompiledPack(RulePack pack, RulePack base, LoadedRules rules) {
    this(pack, base, rules, null, new ParameterSet(pack, base));
  }

  private CompiledPack(
      RulePack pack, RulePack base, LoadedRules rules, RuleRun otherwise, ParameterSet parameters) {
    this.pack = pack;
    this.base = base;
    this.rules = rules;
    this.otherwise = otherwise;
    this.parameters = parameters;
    this.metas = metas(pack, base);
    this.inOrder = new RuleMeta[metas.size()];
    metas.values().forEach(rule -> inOrder[rule.order()] = rule);
  }

  /**
   * The same pack run in another way, perhaps with other parameters; for what is tried out and
   * never serves. It is not closed.
   */
  public CompiledPack runBy(RuleRun way, List<Parameter> other) {
    return new CompiledPack(pack, base, rules, way, new ParameterSet(other));
  }

  /** The other way to run it; empty when its compiled rules decide. */
  public Optional<RuleRun> otherwise() {
    return Optional.ofNullable(otherwise);
  }

  /** Rules of a pack and its base in their order, those of the base first. */
  static Map<String, RuleMeta> metas(RulePack pack, RulePack base) {
    List<RuleMeta> all = new ArrayList<>();
    if (base != null) {
      base.rules().forEach(file -> all.addAll(file.rules()));
    }
    pack.rules().forEach(file -> all.addAll(file.rules()));
    Map<String, RuleMeta> metas = new HashMap<>();
    for (int i = 0; i < all.size(); i++) {
      metas.put(all.get(i).key(), all.get(i).at(i));
    }
    return metas;
  }

  /** The pack as written. */
  public RulePack pack() {
    return pack;
  }

  /** The pack it extends, null for none. */
  public RulePack base() {
    return base;
  }

  /** Its name for ever. */
  public PackRef ref() {
    return pack.ref();
  }

  /** What it says of itself. */
  public PackDescriptor descriptor() {
    return pack.descriptor();
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
