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
    boolean verified) {

  /** Whether it holds on a day. */
  public boolean holds(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
