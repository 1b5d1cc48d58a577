package org.qingmen.engine.internal.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.drools.base.base.ClassObjectType;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.IndexableConstraint;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.RuleConditionElement;
import org.drools.base.rule.accessor.ReadAccessor;
import org.drools.base.rule.constraint.Constraint;
import org.drools.base.util.index.ConstraintTypeOperator;
import org.kie.api.KieBase;

/**
 * How many combinations of facts the rules of a pack may look at. The rule engine puts all of a
 * rule's combinations together before the rule fires once, so that firings alone bound nothing.
 */
public final class Joins {

  /** A field that a pattern wants to be one value; the rule engine looks at no other fact. */
  private record Equal(ReadAccessor field, Object value) {

    static void collect(Constraint constraint, List<Equal> equals) {
      if (constraint instanceof IndexableConstraint one
          && one.getConstraintType() == ConstraintTypeOperator.EQUAL
          && one.getRequiredDeclarations().length == 0
          && one.getField() != null
          && one.getFieldExtractor() != null) {
        equals.add(new Equal(one.getFieldExtractor(), one.getField().getValue()));
      }
    }

    boolean holds(Object fact) {
      return Objects.equals(field.getValue(null, fact), value);
    }
  }

  /** What a pattern looks at. */
  private record Looked(Class<?> type, List<Equal> equals) {

    static Looked of(Pattern pattern, ClassObjectType type) {
      List<Equal> equals = new ArrayList<>();
      pattern.getConstraints().forEach(constraint -> Equal.collect(constraint, equals));
      return new Looked(type.getClassType(), List.copyOf(equals));
    }

    boolean takes(Object fact) {
      return type.isInstance(fact) && equals.stream().allMatch(equal -> equal.holds(fact));
    }
  }

  /** Combinations that the facts noted so far can make. */
  public final class Count {

    private final Map<Looked, Integer> facts = new HashMap<>();

    private Count() {}

    /** Notes a fact. */
    public void note(Object fact) {
      for (Looked one : looked) {
        if (one.takes(fact)) {
          facts.merge(one, 1, Integer::sum);
        }
      }
    }

    /** Most combinations one rule can make of them, also before its last pattern takes none. */
    public double most() {
      double most = 0;
      for (List<Looked> shape : shapes) {
        double all = 1;
        for (Looked one : shape) {
          all *= facts.getOrDefault(one, 0);
          most = Math.max(most, all);
        }
      }
      return most;
    }
  }

  private final List<List<Looked>> shapes;
  private final List<Looked> looked;
  private final int widest;

  private Joins(List<List<Looked>> shapes) {
    this.shapes = List.copyOf(shapes);
    looked = shapes.stream().flatMap(List::stream).distinct().toList();
    widest = shapes.stream().mapToInt(List::size).max().orElse(0);
  }

  /** Reads the patterns of all rules. */
  static Joins of(KieBase base) {
    List<List<Looked>> shapes = new ArrayList<>();
    base.getKiePackages().stream()
        .flatMap(part -> part.getRules().stream())
        .filter(RuleImpl.class::isInstance)
        .forEach(rule -> shapes.add(shape(((RuleImpl) rule).getLhs())));
    return new Joins(shapes);
  }

  private static List<Looked> shape(RuleConditionElement conditions) {
    List<Looked> shape = new ArrayList<>();
    collect(conditions, shape);
    return List.copyOf(shape);
  }

  private static void collect(RuleConditionElement element, List<Looked> shape) {
    if (element instanceof Pattern pattern
        && pattern.getObjectType() instanceof ClassObjectType type
        && pattern.getSource() == null) {
      shape.add(Looked.of(pattern, type));
    }
    element.getNestedElements().forEach(part -> collect(part, shape));
  }

  /** Whether so many facts cannot make more combinations than a limit, whatever they are. */
  public boolean within(int facts, double limit) {
    return Math.pow(facts, widest) <= limit;
  }

  /** Begins to count. */
  public Count count() {
    return new Count();
  }
}
