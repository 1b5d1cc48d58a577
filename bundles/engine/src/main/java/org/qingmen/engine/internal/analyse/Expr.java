package org.qingmen.engine.internal.analyse;

import java.util.List;
import java.util.stream.Collectors;

/** An expression of a rule, as far as packs use the language. */
public sealed interface Expr {

  /** As an author would write it. */
  String text();

  /** A number, text, truth value or null. */
  record Literal(Object value) implements Expr {
    @Override
    public String text() {
      return value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    }
  }

  /** A binding, a property of the fact, a global or a class. */
  record Name(String name) implements Expr {
    @Override
    public String text() {
      return name;
    }
  }

  /** {@code !} or {@code -}. */
  record Unary(String operator, Expr operand) implements Expr {
    @Override
    public String text() {
      return operator + operand.text();
    }
  }

  /** Comparison, arithmetic, {@code &&}, {@code ||}, {@code matches}. */
  record Binary(String operator, Expr left, Expr right) implements Expr {
    @Override
    public String text() {
      return side(left) + " " + operator + " " + side(right);
    }

    private String side(Expr side) {
      boolean plain = !(side instanceof Binary inner) || inner.operator.equals(operator);
      return plain ? side.text() : "(" + side.text() + ")";
    }
  }

  /** {@code in (...)}, {@code not in (...)}. */
  record In(Expr operand, List<Expr> items, boolean negated) implements Expr {
    @Override
    public String text() {
      return operand.text() + (negated ? " not in (" : " in (") + list(items) + ")";
    }
  }

  /** A property of something. */
  record Member(Expr target, String name) implements Expr {
    @Override
    public String text() {
      return target.text() + "." + name;
    }
  }

  /** A call; without a target it is a method of the fact. */
  record Call(Expr target, String name, List<Expr> arguments) implements Expr {
    @Override
    public String text() {
      return (target == null ? "" : target.text() + ".") + name + "(" + list(arguments) + ")";
    }
  }

  /** {@code new Exclusion(...)}. */
  record New(String type, List<Expr> arguments) implements Expr {
    @Override
    public String text() {
      return "new " + type + "(" + list(arguments) + ")";
    }
  }

  /** {@code (int) x}. */
  record Cast(String type, Expr operand) implements Expr {
    @Override
    public String text() {
      return "(" + type + ") " + operand.text();
    }
  }

  /** {@code a ? b : c}. */
  record Choice(Expr condition, Expr yes, Expr no) implements Expr {
    @Override
    public String text() {
      return condition.text() + " ? " + yes.text() + " : " + no.text();
    }
  }

  private static String list(List<Expr> items) {
    return items.stream().map(Expr::text).collect(Collectors.joining(", "));
  }
}
