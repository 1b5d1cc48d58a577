package org.qingmen.spi.pack;

import java.time.LocalDate;

/**
 * One dated value of {@code parameters.yaml} with its origin.
 *
 * @param name name of the parameter or code of the indicator
 * @param grade grade it is a requirement of; null for a plain parameter
 * @param operator {@code >=}, {@code <=} or {@code =}; null for a plain parameter
 * @param value number, text, truth value or date; null when the threshold is not known
 * @param unit unit, may be null
 * @param alternativeGroup requirements of one grade with the same group are met when one is; may be
 *     null
 * @param from first day it holds
 * @param to last day it holds, null while open
 * @param clause clause of the document
 * @param source document or page it was read in
 * @param verified whether it was read in an official text or a page quoting one
 * @param metWhenEmpty whether a share of nothing meets it; null leaves that to the unit: units are
 *     met, trips and tonnes are missing
 * @param note what else a reader should know; may be null
 * @param verify what would verify it, such as the section of a document that must be read; null
 *     when it is verified or nobody knows
 */
public record Parameter(
    String name,
    String grade,
    String operator,
    Object value,
    String unit,
    String alternativeGroup,
    LocalDate from,
    LocalDate to,
    String clause,
    String source,
    boolean verified,
    Boolean metWhenEmpty,
    String note,
    String verify) {

  /** A parameter of which no more is known. */
  public Parameter(
      String name,
      String grade,
      String operator,
      Object value,
      String unit,
      String alternativeGroup,
      LocalDate from,
      LocalDate to,
      String clause,
      String source,
      boolean verified) {
    this(
        name,
        grade,
        operator,
        value,
        unit,
        alternativeGroup,
        from,
        to,
        clause,
        source,
        verified,
        null,
        null,
        null);
  }

  /** The same that ends on a day. */
  public Parameter until(LocalDate last) {
    return new Parameter(
        name,
        grade,
        operator,
        value,
        unit,
        alternativeGroup,
        from,
        last,
        clause,
        source,
        verified,
        metWhenEmpty,
        note,
        verify);
  }

  /** Whether it holds on a day. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
