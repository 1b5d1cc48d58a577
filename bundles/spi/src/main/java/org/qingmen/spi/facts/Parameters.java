package org.qingmen.spi.facts;

/**
 * Dated parameters of the pack, as in force at the time of the fact. What a rule reads here is
 * noted in the decision with its source, clause and verified mark.
 */
public interface Parameters {

  /**
   * A number.
   *
   * @throws IllegalArgumentException when the pack has no such parameter at that date
   */
  double number(String name);

  /** A text. */
  String text(String name);

  /** A truth value. */
  boolean flag(String name);

  /** A date as {@code yyyy-MM-dd}. */
  String date(String name);
}
