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

  /** Whether the pack has this parameter, with a known value, at that date. */
  boolean holds(String name);

  /**
   * Looks up a dated table: among the date parameters whose names begin with {@code table}, the
   * rest of the name of the latest one that is not after {@code date}.
   *
   * @return null when all are later or the table is empty
   */
  String step(String table, String date);

  /**
   * Whether a date lies more than so many years before the row of a dated table.
   *
   * @param table beginning of the names of the table
   * @param row rest of the name of the row
   * @param date date to compare, {@code yyyy-MM-dd}
   * @param years name of the parameter that gives the years
   * @return false when the table has no such row
   */
  boolean early(String table, String row, String date, String years);
}
