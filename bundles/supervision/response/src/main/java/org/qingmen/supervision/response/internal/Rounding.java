package org.qingmen.supervision.response.internal;

/** How figures of an evaluation are written. */
final class Rounding {

  private static final double PARTS = 10_000;

  private Rounding() {}

  /** Four decimals are more than anybody reads. */
  static double rounded(double value) {
    return Math.round(value * PARTS) / PARTS;
  }
}
