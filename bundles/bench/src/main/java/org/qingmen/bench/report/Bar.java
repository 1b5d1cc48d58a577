package org.qingmen.bench.report;

/**
 * What a figure has to reach.
 *
 * @param limit the limit, itself allowed
 * @param atLeast whether less is worse; otherwise more is worse
 */
public record Bar(double limit, boolean atLeast) {

  /** A figure that must not be smaller. */
  public static Bar atLeast(double limit) {
    return new Bar(limit, true);
  }

  /** A figure that must not be larger. */
  public static Bar atMost(double limit) {
    return new Bar(limit, false);
  }

  /** Whether a value reaches it. */
  public boolean metBy(double value) {
    return atLeast ? value >= limit : value <= limit;
  }
}
