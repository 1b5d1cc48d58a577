package org.qingmen.engine.internal.analyse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Questions of a pattern with the names it gave replaced by what they stand for. */
final class Substitution {

  private Substitution() {}

  /** The questions of a pattern about its own fact. */
  static List<Condition> questions(Element.Pattern pattern) {
    Map<String, Expr> names = new HashMap<>();
    for (Condition condition : pattern.conditions()) {
      if (!condition.test()) {
        names.put(condition.binding(), condition.expr());
      }
    }
    return pattern.conditions().stream()
        .filter(Condition::test)
        .map(condition -> condition.with(replace(condition.expr(), names)))
        .toList();
  }

  private static Expr replace(Expr expr, Map<String, Expr> names) {
    if (expr instanceof Expr.Name name) {
      return names.getOrDefault(name.name(), name);
    }
    if (expr instanceof Expr.Binary binary) {
      return new Expr.Binary(
          binary.operator(), replace(binary.left(), names), replace(binary.right(), names));
    }
    if (expr instanceof Expr.Unary unary) {
      return new Expr.Unary(unary.operator(), replace(unary.operand(), names));
    }
    if (expr instanceof Expr.In in) {
      return new Expr.In(replace(in.operand(), names), in.items(), in.negated());
    }
    if (expr instanceof Expr.Call call) {
      return new Expr.Call(
          call.target() == null ? null : replace(call.target(), names),
          call.name(),
          call.arguments().stream().map(argument -> replace(argument, names)).toList());
    }
    return expr;
  }
}
