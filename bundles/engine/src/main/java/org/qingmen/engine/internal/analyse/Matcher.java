package org.qingmen.engine.internal.analyse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Finds the facts that a rule waits for. */
final class Matcher {

  /** Facts that together match, and the names given to them. */
  record Match(List<Object> facts, Map<String, Object> bindings) {}

  private final Evaluator evaluator;
  private final Map<String, ?> globals;
  private final Watcher watcher;
  private final List<Object> facts;

  Matcher(Evaluator evaluator, Map<String, ?> globals, List<Object> facts, Watcher watcher) {
    this.evaluator = evaluator;
    this.globals = globals;
    this.facts = facts;
    this.watcher = watcher;
  }

  List<Match> all(RuleModel rule) {
    List<Match> found = new ArrayList<>();
    extend(rule, rule.elements(), new Match(List.of(), Map.of()), found::add);
    return found;
  }

  private void extend(RuleModel rule, List<Element> elements, Match so, Consumer<Match> whole) {
    if (elements.isEmpty()) {
      whole.accept(so);
      return;
    }
    Element first = elements.get(0);
    List<Element> rest = elements.subList(1, elements.size());
    if (first instanceof Element.Pattern pattern) {
      boolean found = false;
      for (Object fact : facts) {
        Map<String, Object> bindings = bound(rule, pattern, fact, so.bindings());
        if (bindings != null) {
          found = true;
          List<Object> together = new ArrayList<>(so.facts());
          together.add(fact);
          extend(rule, rest, new Match(together, bindings), whole);
        }
      }
      watcher.looked(rule, first, found);
    } else if (first instanceof Element.Existence existence) {
      boolean[] any = new boolean[1];
      extend(rule, existence.parts(), so, match -> any[0] = true);
      boolean holds = any[0] == existence.wanted();
      watcher.looked(rule, first, holds);
      if (holds) {
        extend(rule, rest, so, whole);
      }
    } else if (first instanceof Element.Either either) {
      for (List<Element> way : either.ways()) {
        extend(rule, way, so, match -> extend(rule, rest, match, whole));
      }
    }
  }

  /** The names after a fact matched, null when it does not. */
  private Map<String, Object> bound(
      RuleModel rule, Element.Pattern pattern, Object fact, Map<String, Object> before) {
    if (!isA(pattern, fact)) {
      return null;
    }
    Map<String, Object> bindings = new HashMap<>(before);
    if (pattern.binding() != null) {
      bindings.put(pattern.binding(), fact);
    }
    Scope scope = new Scope(fact, bindings, globals);
    for (int i = 0; i < pattern.conditions().size(); i++) {
      Condition condition = pattern.conditions().get(i);
      if (condition.test()) {
        boolean held = evaluator.holds(condition.expr(), scope);
        watcher.asked(rule, pattern, i, held);
        if (!held) {
          return null;
        }
      } else {
        bindings.put(condition.binding(), evaluator.value(condition.expr(), scope));
      }
    }
    return bindings;
  }

  private static boolean isA(Element.Pattern pattern, Object fact) {
    return fact.getClass().getSimpleName().equals(pattern.type())
        && (pattern.kind() == null
            || fact instanceof org.qingmen.spi.facts.Fact one && one.kind().equals(pattern.kind()));
  }
}
