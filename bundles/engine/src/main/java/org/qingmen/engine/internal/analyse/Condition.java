package org.qingmen.engine.internal.analyse;

/**
 * What a pattern asks of a fact, or a name it gives to one of its values.
 *
 * @param binding name given, null for none
 * @param expr the question, or the value that gets the name
 * @param test whether it is a question
 * @param line line in the file
 */
public record Condition(String binding, Expr expr, boolean test, int line) {

  /** As written. */
  public String text() {
    return (binding == null ? "" : binding + " : ") + expr.text();
  }

  /** The same question put otherwise. */
  public Condition with(Expr other) {
    return new Condition(binding, other, test, line);
  }
}
