package org.qingmen.engine.internal.analyse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.qingmen.model.EmissionStage;

/** Values that an expression can have at all, where there are few. */
public final class Domains {

  private static final List<Integer> RANKS =
      Stream.of(EmissionStage.values()).map(EmissionStage::rank).distinct().sorted().toList();

  private Domains() {}

  /** The numbers it can be, empty when it can be many. */
  public static Optional<List<Integer>> numbers(Expr expr) {
    String text = expr.text();
    boolean rank =
        text.matches("\\w*[sS]tageRank")
            || text.matches("Stages\\.rank\\(.*\\)")
            || text.equals("number(\"rank\")");
    return rank ? Optional.of(RANKS) : Optional.empty();
  }

  /**
   * Whether two questions about the same thing have the same answer for every value it can have.
   */
  public static boolean alike(Expr one, Expr other) {
    if (one instanceof Expr.Binary left
        && other instanceof Expr.Binary right
        && left.left().equals(right.left())
        && left.right() instanceof Expr.Literal a
        && right.right() instanceof Expr.Literal b) {
      return numbers(left.left())
          .filter(
              values ->
                  values.stream()
                      .allMatch(
                          value ->
                              Operators.apply(left.operator(), value, a.value())
                                  .equals(Operators.apply(right.operator(), value, b.value()))))
          .isPresent();
    }
    return false;
  }
}
