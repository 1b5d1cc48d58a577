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

  /**
   * Lets a share count as another one for a while. What was measured stays as it is; thresholds
   * that only the other share meets are met by the waiver, which is shown apart.
   *
   * @param share share from 0 to 1 that counts
   * @param what number under which the waiver is recorded
   * @param until its last day, {@code yyyy-MM-dd}
   */
  void waives(Object drools, String indicator, double share, String what, String until);

  /** Counts what was left out, to be shown beside the indicator. */
  void excluded(Object drools, String indicator, double amount);
}
