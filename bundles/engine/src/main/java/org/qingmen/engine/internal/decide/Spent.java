package org.qingmen.engine.internal.decide;

/** Rules used up what one evaluation may cost. */
final class Spent extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final int limit;

  /**
   * Says what is used up.
   *
   * @param code code of the message
   * @param limit how much there was
   */
  Spent(String code, int limit) {
    super(code, null, false, false);
    this.code = code;
    this.limit = limit;
  }

  String code() {
    return code;
  }

  int limit() {
    return limit;
  }

  /** The one that the rule engine wrapped in exceptions of its own; null when there is none. */
  static Spent in(Throwable failure) {
    Throwable at = failure;
    while (at != null && !(at instanceof Spent)) {
      at = at.getCause() == at ? null : at.getCause();
    }
    return (Spent) at;
  }
}
