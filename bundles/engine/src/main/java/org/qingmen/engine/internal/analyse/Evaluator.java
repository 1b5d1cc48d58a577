package org.qingmen.engine.internal.analyse;

import java.util.List;

/** Evaluates expressions. */
final class Evaluator {

  private final Members members = new Members();

  /** Whether a condition holds. */
  boolean holds(Expr expr, Scope scope) {
    return Boolean.TRUE.equals(value(expr, scope));
  }

  Object value(Expr expr, Scope scope) {
    if (expr instanceof Expr.Literal literal) {
      return literal.value();
    }
    if (expr instanceof Expr.Name name) {
      return name(name.name(), scope);
    }
    if (expr instanceof Expr.Binary binary) {
      return binary(binary, scope);
    }
    if (expr instanceof Expr.Unary unary) {
      Object value = value(unary.operand(), scope);
      return unary.operator().equals("!") ? !Boolean.TRUE.equals(value) : Operators.negative(value);
    }
    if (expr instanceof Expr.In in) {
      Object value = value(in.operand(), scope);
      return in.negated()
          != in.items().stream().anyMatch(item -> Operators.same(value, value(item, scope)));
    }
    if (expr instanceof Expr.Member member) {
      return members.property(target(member.target(), scope, member.text()), member.name());
    }
    if (expr instanceof Expr.Call call) {
      return call(call, scope);
    }
    if (expr instanceof Expr.New made) {
      return members.create(made.type(), values(made.arguments(), scope));
    }
    if (expr instanceof Expr.Cast cast) {
      return Operators.cast(cast.type(), value(cast.operand(), scope));
    }
    Expr.Choice choice = (Expr.Choice) expr;
    return value(holds(choice.condition(), scope) ? choice.yes() : choice.no(), scope);
  }

  private Object binary(Expr.Binary binary, Scope scope) {
    if (binary.operator().equals("&&")) {
      return holds(binary.left(), scope) && holds(binary.right(), scope);
    }
    if (binary.operator().equals("||")) {
      return holds(binary.left(), scope) || holds(binary.right(), scope);
    }
    return Operators.apply(
        binary.operator(), value(binary.left(), scope), value(binary.right(), scope));
  }

  private Object name(String name, Scope scope) {
    if (scope.bindings().containsKey(name)) {
      return scope.bindings().get(name);
    }
    if (name.equals("this")) {
      return scope.fact();
    }
    if (scope.globals().containsKey(name)) {
      return scope.globals().get(name);
    }
    if (scope.fact() == null) {
      throw new NotReadable(name);
    }
    return members.property(scope.fact(), name);
  }

  private Object call(Expr.Call call, Scope scope) {
    Object[] arguments = values(call.arguments(), scope);
    if (call.target() == null) {
      Object own = scope.fact() == null ? scope.globals().get("drools.memory") : scope.fact();
      return members.call(own, call.name(), arguments);
    }
    boolean type =
        call.target() instanceof Expr.Name name
            && Character.isUpperCase(name.name().charAt(0))
            && !scope.bindings().containsKey(name.name());
    return type
        ? members.callStatic(
            members.classOf(((Expr.Name) call.target()).name()), call.name(), arguments)
        : members.call(target(call.target(), scope, call.text()), call.name(), arguments);
  }

  private Object target(Expr expr, Scope scope, String text) {
    Object target = value(expr, scope);
    if (target == null) {
      throw new NullPointerException(text);
    }
    return target;
  }

  private Object[] values(List<Expr> exprs, Scope scope) {
    return exprs.stream().map(expr -> value(expr, scope)).toArray();
  }
}
