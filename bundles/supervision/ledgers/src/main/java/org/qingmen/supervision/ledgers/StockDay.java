package org.qingmen.supervision.ledgers;

import java.time.LocalDate;

/**
 * One material on one day; tonnes, null where the ledger says nothing.
 *
 * @param day the day
 * @param material raw material, fuel or other bulk material
 * @param entered whether the daily ledger has a row; without one only what came in is known
 * @param opening stock at the beginning
 * @param in received, as entered
 * @param consumed consumed
 * @param closing stock at the end
 * @param previousClosing closing stock of the day before that has a row
 * @param previousDay that day, null when there is none within the month before
 * @param line received by dedicated lines
 * @param gate received by road as the gates saw it
 * @param tickets received by road as weighed
 */
public record StockDay(
    LocalDate day,
    String material,
    boolean entered,
    Double opening,
    Double in,
    Double consumed,
    Double closing,
    Double previousClosing,
    LocalDate previousDay,
    double line,
    double gate,
    double tickets) {

  private static final double MICRO = 1e6;

  /** What the closing stock should be: opening + in - consumed; null when one is missing. */
  public Double expected() {
    return opening == null || in == null || consumed == null
        ? null
        : rounded(opening + in - consumed);
  }

  /** Closing stock minus the expected one; null when one is missing. */
  public Double difference() {
    Double expected = expected();
    return expected == null || closing == null ? null : rounded(closing - expected);
  }

  /** Opening stock minus the closing stock of the row before; null when one is missing. */
  public Double jump() {
    return opening == null || previousClosing == null ? null : rounded(opening - previousClosing);
  }

  /** What came by road: the greater of gate and tickets, because either may have gaps. */
  public double road() {
    return Math.max(gate, tickets);
  }

  /** Entered minus what came by line and road; null when nothing was entered. */
  public Double inDifference() {
    return in == null ? null : rounded(in - line - road());
  }

  private static double rounded(double tonnes) {
    return Math.round(tonnes * MICRO) / MICRO;
  }
}
