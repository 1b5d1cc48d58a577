package org.qingmen.spi.alarm;

/** A message did not arrive. */
public final class NotDeliveredException extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean worthTryingAgain;

  /**
   * @param reason why, for the operator; without secrets
   * @param worthTryingAgain false when it can never arrive, such as at an address that is none
   */
  public NotDeliveredException(String reason, boolean worthTryingAgain, Throwable cause) {
    super(reason, cause);
    this.worthTryingAgain = worthTryingAgain;
  }

  /** Whether it may arrive later. */
  public boolean worthTryingAgain() {
    return worthTryingAgain;
  }
}
