package org.qingmen.engine.internal.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingmen.spi.facts.Parameters;

/** Values that rules compare those of a fact with, and the values beside them. */
final class Thresholds {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Map<String, Set<JsonNode>> byValue = new LinkedHashMap<>();
  private final Evaluator evaluator = new Evaluator();
  private final Scope constants;

  Thresholds(List<RuleModel> rules, Parameters parameters) {
    this.constants = new Scope(null, Map.of(), Map.of("parameters", parameters));
    rules.forEach(rule -> collect(rule.elements()));
  }

  /** By kind and name of the value: {@code alarm/count}. */
  Map<String, Set<JsonNode>> byValue() {
    return byValue;
  }

  private void collect(List<Element> elements) {
    for (Element element : elements) {
      if (element instanceof Element.Pattern pattern && pattern.kind() != null) {
        for (Condition condition : Substitution.questions(pattern)) {
          ParameterUse.visit(condition.expr(), expr -> note(pattern.kind(), expr));
        }
      } else if (element instanceof Element.Existence existence) {
        collect(existence.parts());
      }
    }
  }

  private void note(String kind, Expr expr) {
    if (expr instanceof Expr.Binary binary) {
      value(kind, binary.left(), binary.right());
    } else if (expr instanceof Expr.In in) {
      in.items().forEach(item -> value(kind, in.operand(), item));
    } else if (expr instanceof Expr.Call call
        && call.name().equals("has")
        && call.target() != null) {
      list(kind, call.arguments());
    }
  }

  private void value(String kind, Expr of, Expr with) {
    if (of instanceof Expr.Call call
        && call.target() == null
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Expr.Literal name) {
      for (Object constant : constant(with)) {
        Set<JsonNode> values =
            byValue.computeIfAbsent(kind + "/" + name.value(), key -> new LinkedHashSet<>());
        if (constant instanceof Number number) {
          double step = Math.abs(number.doubleValue()) > 1 ? 1 : 0.01;
          values.add(JSON.numberNode(number.doubleValue()));
          values.add(JSON.numberNode(number.doubleValue() + step));
          values.add(JSON.numberNode(number.doubleValue() - step));
        } else if (constant instanceof String text) {
          values.add(JSON.textNode(text));
        }
      }
    }
  }

  /** {@code Lists.has(list, value)}. */
  private void list(String kind, List<Expr> arguments) {
    if (arguments.size() == 2) {
      for (Object list : constant(arguments.get(0))) {
        for (String item : list.toString().split("\\s*,\\s*")) {
          value(kind, arguments.get(1), new Expr.Literal(item));
        }
      }
    }
  }

  private List<Object> constant(Expr expr) {
    List<Object> values = new ArrayList<>();
    try {
      values.add(evaluator.value(expr, constants));
    } catch (RuntimeException e) {
      // It speaks of the fact, so that there is no value to name.
      return List.of();
    }
    return values;
  }
}
