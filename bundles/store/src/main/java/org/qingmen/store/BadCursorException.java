package org.qingmen.store;

/** A page was asked for after a cursor that no answer ever carried; callers answer 422. */
public final class BadCursorException extends IllegalArgumentException {

  private final String cursor;

  /**
   * @param cursor the cursor as it was sent
   */
  public BadCursorException(String cursor) {
    super("no cursor of ours: " + cursor);
    this.cursor = cursor;
  }

  /** The cursor as it was sent. */
  public String cursor() {
    return cursor;
  }
}
