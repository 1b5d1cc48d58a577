package org.qingmen.store;

/**
 * Result of checking a hash chain.
 *
 * @param intact whether every row still fits its hash and the row before
 * @param rows rows checked
 * @param brokenRow first row that does not fit, such as {@code audit 17}; null when intact
 * @param reason what is wrong with it, null when intact
 */
public record ChainCheck(boolean intact, long rows, String brokenRow, String reason) {

  /** Everything fits. */
  public static ChainCheck intact(long rows) {
    return new ChainCheck(true, rows, null, null);
  }
}
