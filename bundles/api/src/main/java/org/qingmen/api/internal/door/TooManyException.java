package org.qingmen.api.internal.door;

/** More records in one request than are taken. */
public final class TooManyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int limit;

  /**
   * @param limit most records of one request
   */
  public TooManyException(int limit) {
    super("more than " + limit + " records in one request");
    this.limit = limit;
  }

  int limit() {
    return limit;
  }
}
