package org.qingmen.supervision.alarms.internal.watch;

/** Looks at one kind of thing in each round. */
interface Sweep {

  /** Raises what it finds. */
  void look(Round round);

  /** Reads its place again: the round before could not be written. */
  default void forget() {}
}
