package org.qingmen.engine.internal.analyse;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Which parameters the rules of a pack read, as far as their text tells. */
public final class ParameterUse {

  /**
   * A place where a parameter is read.
   *
   * @param name its name, or how it begins
   * @param whole whether that is the whole name
   * @param guarded whether the rule asks first whether the parameter is there
   * @param rule the rule
   */
  public record Read(String name, boolean whole, boolean guarded, RuleModel rule) {

    /** Whether a parameter of this name may be meant. */
    public boolean means(String parameter) {
      return whole ? parameter.equals(name) : parameter.startsWith(name);
    }
  }

  private final List<Read> reads = new ArrayList<>();

  /** Looks through rules. */
  public ParameterUse(List<RuleModel> rules) {
    for (RuleModel rule : rules) {
      List<Expr> all = new ArrayList<>(rule.actions());
      expressions(rule.elements(), all);
      List<Expr.Call> calls = new ArrayList<>();
      all.forEach(expr -> visit(expr, one -> note(one, calls)));
      boolean asks = calls.stream().anyMatch(call -> call.name().equals("holds"));
      calls.forEach(call -> read(call, asks, rule));
    }
  }

  /** All places. */
  public List<Read> reads() {
    return reads;
  }

  /** Whether a parameter of this name is read anywhere. */
  public boolean reads(String parameter) {
    return reads.stream().anyMatch(read -> read.means(parameter));
  }

  /** All expressions of conditions. */
  public static void expressions(List<Element> elements, List<Expr> all) {
    for (Element element : elements) {
      if (element instanceof Element.Pattern pattern) {
        pattern.conditions().forEach(condition -> all.add(condition.expr()));
      } else if (element instanceof Element.Existence existence) {
        expressions(existence.parts(), all);
      } else if (element instanceof Element.Either either) {
        either.ways().forEach(way -> expressions(way, all));
      }
    }
  }

  private static void note(Expr expr, List<Expr.Call> calls) {
    if (expr instanceof Expr.Call call
        && call.target() instanceof Expr.Name target
        && target.name().equals("parameters")) {
      calls.add(call);
    }
  }

  private void read(Expr.Call call, boolean asks, RuleModel rule) {
    boolean table = call.name().equals("step") || call.name().equals("early");
    boolean guarded = asks || table;
    add(call.arguments().get(0), table, guarded, rule);
    if (call.name().equals("early")) {
      add(call.arguments().get(3), false, true, rule);
    }
  }

  private void add(Expr name, boolean table, boolean guarded, RuleModel rule) {
    Expr first = name;
    boolean whole = !table;
    while (first instanceof Expr.Binary sum) {
      first = sum.left();
      whole = false;
    }
    boolean told = first instanceof Expr.Literal literal && literal.value() instanceof String;
    String text = told ? (String) ((Expr.Literal) first).value() : "";
    reads.add(new Read(text, told && whole, guarded, rule));
  }

  /** Visits an expression and everything in it. */
  public static void visit(Expr expr, Consumer<Expr> visitor) {
    visitor.accept(expr);
    if (expr instanceof Expr.Binary binary) {
      visit(binary.left(), visitor);
      visit(binary.right(), visitor);
    } else if (expr instanceof Expr.Unary unary) {
      visit(unary.operand(), visitor);
    } else if (expr instanceof Expr.In in) {
      visit(in.operand(), visitor);
      in.items().forEach(item -> visit(item, visitor));
    } else if (expr instanceof Expr.Call call) {
      if (call.target() != null) {
        visit(call.target(), visitor);
      }
      call.arguments().forEach(argument -> visit(argument, visitor));
    } else if (expr instanceof Expr.New made) {
      made.arguments().forEach(argument -> visit(argument, visitor));
    } else if (expr instanceof Expr.Cast cast) {
      visit(cast.operand(), visitor);
    } else if (expr instanceof Expr.Member member) {
      visit(member.target(), visitor);
    } else if (expr instanceof Expr.Choice choice) {
      visit(choice.condition(), visitor);
      visit(choice.yes(), visitor);
      visit(choice.no(), visitor);
    }
  }
}
