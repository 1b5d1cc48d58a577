package org.qingmen.store;

/** The database cannot be reached now; callers answer 503 and the asker tries again. */
public final class StoreUnavailableException extends RuntimeException {

  /**
   * @param reason what is wrong, for the operator
   * @param cause may be null
   */
  public StoreUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
