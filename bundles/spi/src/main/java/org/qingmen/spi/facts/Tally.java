package org.qingmen.spi.facts;

/**
 * Where rules of kind {@code grading} count. A share is what counts divided by the base; the
 * comparison with the thresholds and the choice of the grade are the engine's.
 */
public interface Tally {

  /** Adds to the base of a share, in the indicator's unit (trips, tonnes, vehicles, machines). */
  void base(Object drools, String indicator, double amount);

  /** Adds to what counts of a share. */
  void counts(Object drools, String indicator, double amount);

  /** Notes a stage that a minimum-stage indicator must hold for; the lowest one decides. */
  void lowest(Object drools, String indicator, String stage, double amount);

  /** States a truth value of an indicator. */
  void state(Object drools, String indicator, boolean value);

  /** Counts what was left out, to be shown beside the indicator. */
  void excluded(Object drools, String indicator, double amount);
}
