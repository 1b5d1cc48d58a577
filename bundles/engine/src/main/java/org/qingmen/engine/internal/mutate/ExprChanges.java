package org.qingmen.engine.internal.mutate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.internal.analyse.Domains;
import org.qingmen.engine.internal.analyse.Expr;
import org.qingmen.engine.internal.analyse.Expr.Binary;
import org.qingmen.engine.internal.analyse.Expr.Literal;

/** A condition changed by one step in every way. */
final class ExprChanges {

  private static final Map<String, String> OTHER =
      Map.ofEntries(
          Map.entry("<", "<="),
          Map.entry("<=", "<"),
          Map.entry(">", ">="),
          Map.entry(">=", ">"),
          Map.entry("==", "!="),
          Map.entry("!=", "=="),
          Map.entry("&&", "||"),
          Map.entry("||", "&&"),
          Map.entry("matches", "not matches"),
          Map.entry("not matches", "matches"),
          Map.entry("+", "-"),
          Map.entry("-", "+"),
          Map.entry("*", "/"),
          Map.entry("/", "*"));

  private ExprChanges() {}

  /** Changes of a question. */
  static List<Expr> of(Expr question) {
    List<Expr> changes = new ArrayList<>();
    if (question instanceof Binary binary) {
      binary(binary, changes);
    } else if (question instanceof Expr.In in) {
      changes.add(new Expr.In(in.operand(), in.items(), !in.negated()));
    } else if (question instanceof Expr.Unary unary && unary.operator().equals("!")) {
      changes.add(unary.operand());
    } else if (question instanceof Expr.Call || question instanceof Expr.Name) {
      changes.add(new Expr.Unary("!", question));
    }
    changes.removeIf(changed -> Domains.alike(question, changed));
    return changes;
  }

  private static void binary(Binary binary, List<Expr> changes) {
    String other = OTHER.get(binary.operator());
    if (other != null && !joinsText(binary)) {
      changes.add(new Binary(other, binary.left(), binary.right()));
    }
    boolean joined = binary.operator().equals("&&") || binary.operator().equals("||");
    if (joined) {
      of(binary.left()).forEach(l -> changes.add(new Binary(binary.operator(), l, binary.right())));
      of(binary.right()).forEach(r -> changes.add(new Binary(binary.operator(), binary.left(), r)));
      return;
    }
    arithmetic(binary.left())
        .forEach(left -> changes.add(new Binary(binary.operator(), left, binary.right())));
    arithmetic(binary.right())
        .forEach(right -> changes.add(new Binary(binary.operator(), binary.left(), right)));
    if (binary.operator().matches("[<>]=?|[=!]=") && !order(binary.left())) {
      steps(binary.right())
          .forEach(right -> changes.add(new Binary(binary.operator(), binary.left(), right)));
    }
  }

  /** Zero is no threshold where two texts are put in order. */
  private static boolean order(Expr left) {
    return left instanceof Expr.Call call && call.name().equals("compareTo");
  }

  /** Operators within a side of a comparison. */
  private static List<Expr> arithmetic(Expr side) {
    List<Expr> changes = new ArrayList<>();
    if (side instanceof Binary inner && inner.operator().matches("[-+*/]") && !joinsText(inner)) {
      changes.add(new Binary(OTHER.get(inner.operator()), inner.left(), inner.right()));
      arithmetic(inner.left())
          .forEach(left -> changes.add(new Binary(inner.operator(), left, inner.right())));
      arithmetic(inner.right())
          .forEach(right -> changes.add(new Binary(inner.operator(), inner.left(), right)));
    }
    return changes;
  }

  private static boolean joinsText(Binary binary) {
    return binary.operator().equals("+") && (text(binary.left()) || text(binary.right()));
  }

  private static boolean text(Expr expr) {
    return expr instanceof Literal literal && literal.value() instanceof String
        || expr instanceof Binary binary && joinsText(binary)
        || expr instanceof Expr.Call call && call.name().equals("text");
  }

  private static List<Expr> steps(Expr side) {
    if (side instanceof Literal literal && literal.value() instanceof Integer number) {
      return List.of(new Literal(number + 1), new Literal(number - 1));
    }
    if (side instanceof Literal literal && literal.value() instanceof Double number) {
      return List.of(new Literal(number + 0.01), new Literal(number - 0.01));
    }
    return List.of();
  }
}
