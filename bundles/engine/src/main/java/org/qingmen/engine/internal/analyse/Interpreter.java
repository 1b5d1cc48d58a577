package org.qingmen.engine.internal.analyse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.qingmen.engine.internal.compile.RuleRun;
import org.qingmen.engine.internal.pack.RuleMeta;

/**
 * Runs the model of rules. It is slower than the rule engine on many facts and knows less of the
 * language, but it can be asked about every condition and needs no compiling.
 */
public final class Interpreter implements RuleRun {

  private final List<RuleModel> rules;
  private final Watcher watcher;
  private final Evaluator evaluator;

  /** Runs rules. */
  public Interpreter(List<RuleModel> rules, Watcher watcher) {
    this(rules, watcher, new Evaluator());
  }

  private Interpreter(List<RuleModel> rules, Watcher watcher, Evaluator evaluator) {
    this.rules = List.copyOf(rules);
    this.watcher = watcher;
    this.evaluator = evaluator;
  }

  /** The same with one rule exchanged. */
  public Interpreter with(int at, RuleModel other) {
    List<RuleModel> changed = new ArrayList<>(rules);
    changed.set(at, other);
    return new Interpreter(changed, watcher, evaluator);
  }

  /** Where rules put new facts. */
  public static final class Memory {

    private final List<Object> facts = new ArrayList<>();
    private boolean changed;

    /** Called by rules. */
    public void insert(Object fact) {
      if (!facts.contains(fact)) {
        facts.add(fact);
        changed = true;
      }
    }
  }

  private record Due(int rule, List<Object> facts) {}

  @Override
  public int run(Map<String, ?> globals, Iterable<?> facts, Consumer<RuleMeta> fired, int budget) {
    Memory memory = new Memory();
    facts.forEach(memory.facts::add);
    Map<String, Object> known = new HashMap<>(globals);
    known.put("drools.memory", memory);
    Set<Due> done = new HashSet<>();
    int firings = 0;
    do {
      memory.changed = false;
      firings += round(memory, known, done, fired, budget - firings);
    } while (memory.changed && firings < budget);
    return firings;
  }

  /** Fires what is due until the facts change. */
  private int round(
      Memory memory,
      Map<String, Object> globals,
      Set<Due> done,
      Consumer<RuleMeta> fired,
      int budget) {
    Matcher matcher = new Matcher(evaluator, globals, List.copyOf(memory.facts), watcher);
    int firings = 0;
    for (int at : order()) {
      RuleModel rule = rules.get(at);
      for (Matcher.Match match : matcher.all(rule)) {
        if (firings < budget && done.add(new Due(at, identities(match.facts())))) {
          fire(rule, match, globals);
          fired.accept(rule.meta());
          firings++;
        }
      }
      if (memory.changed) {
        return firings;
      }
    }
    return firings;
  }

  /** Equal facts that are not the same are matched apart. */
  private static List<Object> identities(List<Object> facts) {
    return facts.stream().<Object>map(Same::new).toList();
  }

  private record Same(Object fact) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Same same && same.fact == fact;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(fact);
    }
  }

  private void fire(RuleModel rule, Matcher.Match match, Map<String, Object> globals) {
    Map<String, Object> known = new HashMap<>(globals);
    known.put("drools", rule.meta());
    Scope scope = new Scope(null, match.bindings(), known);
    rule.actions().forEach(action -> evaluator.value(action, scope));
    watcher.fired(rule);
  }

  private List<Integer> order() {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      order.add(i);
    }
    order.sort((one, other) -> rules.get(other).salience() - rules.get(one).salience());
    return order;
  }
}
