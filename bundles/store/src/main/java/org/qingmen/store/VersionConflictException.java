package org.qingmen.store;

/** Somebody else changed the document since the caller read it. */
public final class VersionConflictException extends RuntimeException {

  private final long expected;
  private final long actual;

  /**
   * @param expected version the caller had read; 0 for "not there yet"
   * @param actual version that is stored; 0 when there is none
   */
  public VersionConflictException(String kind, String id, long expected, long actual) {
    super(kind + " " + id + " is at version " + actual + ", not " + expected);
    this.expected = expected;
    this.actual = actual;
  }

  /** Version the caller had read. */
  public long expected() {
    return expected;
  }

  /** Version that is stored. */
  public long actual() {
    return actual;
  }
}
