package org.qingmen.spi.journal;

/**
 * The journal cannot make records durable now; callers answer 503 or NAK and the sender retries.
 */
public final class JournalUnavailableException extends RuntimeException {

  private final int retryAfterSeconds;

  /**
   * @param reason what is wrong, for the operator
   * @param retryAfterSeconds when it is worth trying again
   * @param cause may be null
   */
  public JournalUnavailableException(String reason, int retryAfterSeconds, Throwable cause) {
    super(reason, cause);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** When it is worth trying again, in seconds. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
