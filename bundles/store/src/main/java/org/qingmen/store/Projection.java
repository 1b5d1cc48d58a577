package org.qingmen.store;

import java.time.Duration;

/** How far the database has followed the journal. */
public interface Projection {

  /** Journal position up to which everything is projected. */
  long position();

  /**
   * Waits until a position is projected.
   *
   * @return whether it is; false after the time-out
   */
  boolean awaitPosition(long position, Duration timeout) throws InterruptedException;

  /** How late the projection is. */
  Lag lag();

  /** Empties what is projected and projects the journal again from its beginning. */
  void rebuild();

  /**
   * Lateness.
   *
   * @param entries journal entries not yet projected
   * @param millis age of the oldest of them in milliseconds, 0 when there is none
   */
  record Lag(long entries, long millis) {}
}
