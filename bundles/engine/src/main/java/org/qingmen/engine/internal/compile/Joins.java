package org.qingmen.engine.internal.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.kie.api.KieBase;

/**
 * How many combinations of facts the rules of a pack may look at. The rule engine puts all of a
 * rule's combinations together before the rule fires once, so that firings alone bound nothing.
 */
public final class Joins {

  private final List<Map<Class<?>, Integer>> shapes;
  private final int widest;

  private Joins(Set<Map<Class<?>, Integer>> shapes) {
    this.shapes = List.copyOf(shapes);
    this.widest = shapes.stream().mapToInt(Joins::width).max().orElse(0);
  }

  /** Reads the patterns of all rules. */
  static Joins of(KieBase base) {
    Set<Map<Class<?>, Integer>> shapes = new HashSet<>();
    base.getKiePackages().stream()
        .flatMap(part -> part.getRules().stream())
        .filter(RuleImpl.class::isInstance)
        .forEach(rule -> shapes.add(shape(((RuleImpl) rule).getLhs())));
    return new Joins(shapes);
  }

  private static Map<Class<?>, Integer> shape(RuleConditionElement conditions) {
    Map<Class<?>, Integer> shape = new HashMap<>();
    collect(conditions, shape);
    return Map.copyOf(shape);
  }

  private static void collect(RuleConditionElement element, Map<Class<?>, Integer> shape) {
    if (element instanceof Pattern pattern
        && pattern.getObjectType() instanceof ClassObjectType type
        && pattern.getSource() == null) {
      shape.merge(type.getClassType(), 1, Integer::sum);
    }
    element.getNestedElements().forEach(part -> collect(part, shape));
  }

  private static int width(Map<Class<?>, Integer> shape) {
    return shape.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether so many facts cannot make more combinations than a limit, whatever they are. */
  public boolean within(int facts, double limit) {
    return Math.pow(facts, widest) <= limit;
  }

  /** Most combinations one rule can make of facts counted by their classes. */
  public double most(Map<Class<?>, Integer> facts) {
    double most = 0;
    for (Map<Class<?>, Integer> shape : shapes) {
      double all = 1;
      for (Map.Entry<Class<?>, Integer> part : shape.entrySet()) {
        all *= Math.pow(facts.getOrDefault(part.getKey(), 0), part.getValue());
      }
      most = Math.max(most, all);
    }
    return most;
  }
}
