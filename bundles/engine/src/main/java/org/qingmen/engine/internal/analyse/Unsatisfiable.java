package org.qingmen.engine.internal.analyse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingmen.spi.facts.Parameters;

/** Patterns that no fact can match, because what they ask of one value contradicts itself. */
final class Unsatisfiable {

  private static final double BETWEEN = 1e-6;

  private final Evaluator evaluator = new Evaluator();
  private final Scope constants;

  Unsatisfiable(Parameters parameters) {
    this.constants = new Scope(null, Map.of(), Map.of("parameters", parameters));
  }

  /** A comparison of something with a value that is known beforehand. */
  private record Asked(Expr of, String operator, Object value, Condition condition) {}

  /** The conditions that cannot hold together; empty when they can or when that is not known. */
  Optional<List<Condition>> conflict(List<Element> elements) {
    for (Element element : elements) {
      if (element instanceof Element.Pattern pattern) {
        Map<Expr, List<Asked>> byValue = new LinkedHashMap<>();
        for (Condition condition : Substitution.questions(pattern)) {
          asked(condition)
              .ifPresent(
                  one -> byValue.computeIfAbsent(one.of(), key -> new ArrayList<>()).add(one));
        }
        for (List<Asked> questions : byValue.values()) {
          if (candidates(questions).stream().noneMatch(value -> meets(value, questions))) {
            return Optional.of(questions.stream().map(Asked::condition).toList());
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Asked> asked(Condition condition) {
    if (condition.expr() instanceof Expr.Binary binary
        && binary.operator().matches("[<>]=?|[=!]=")) {
      return constant(binary.right())
          .filter(value -> constant(binary.left()).isEmpty())
          .map(value -> new Asked(binary.left(), binary.operator(), value, condition));
    }
    return Optional.empty();
  }

  private Optional<Object> constant(Expr expr) {
    try {
      return Optional.ofNullable(evaluator.value(expr, constants));
    } catch (RuntimeException e) {
      // It speaks of the fact.
      return Optional.empty();
    }
  }

  private static Set<Object> candidates(List<Asked> questions) {
    Optional<List<Integer>> few = Domains.numbers(questions.get(0).of());
    if (few.isPresent()) {
      return new LinkedHashSet<>(few.get());
    }
    Set<Object> candidates = new LinkedHashSet<>();
    candidates.add("\u0000other");
    for (Asked one : questions) {
      candidates.add(one.value());
      if (one.value() instanceof Number number) {
        candidates.add(number.doubleValue() + BETWEEN);
        candidates.add(number.doubleValue() - BETWEEN);
      } else if (one.value() instanceof Boolean flag) {
        candidates.add(!flag);
      } else {
        candidates.add(one.value() + "\u0001");
        candidates.add("");
      }
    }
    return candidates;
  }

  private static boolean meets(Object value, List<Asked> questions) {
    return questions.stream()
        .allMatch(one -> Boolean.TRUE.equals(Operators.apply(one.operator(), value, one.value())));
  }
}
