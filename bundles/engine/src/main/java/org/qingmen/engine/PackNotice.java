package org.qingmen.engine;

import org.qingmen.model.Text;

/**
 * Something odd that the analysis of a pack found: a gap, a contradiction, a rule that cannot fire,
 * a threshold out of order, a parameter nobody reads.
 *
 * @param code code of the notice
 * @param about what it is about, as {@code accepted} in {@code pack.yaml} names it
 * @param refuses whether a pack with it may not serve
 * @param file file in the pack
 * @param line line, 0 when it has none
 * @param message what is odd and how to mend it
 * @param example facts that show it, as a case would give them (JSON); null when there are none
 * @param accepted why the pack says it is meant so; null when it does not
 */
public record PackNotice(
    String code,
    String about,
    boolean refuses,
    String file,
    int line,
    Text message,
    String example,
    String accepted) {

  /** Whether nobody explained it. */
  public boolean open() {
    return accepted == null;
  }
}
