package org.qingmen.spi.report;

/**
 * What the platform above said of one record.
 *
 * @param answer what it said
 * @param receipt its receipt, null unless confirmed
 * @param reason its reason, null when confirmed
 */
public record Sent(Answer answer, String receipt, String reason) {

  /** What can be said. */
  public enum Answer {
    /** It has the record; a record it had before gives the same receipt. */
    CONFIRMED,
    /** It cannot take the record now, but may later; later records of the enterprise wait. */
    LATER,
    /** It will never take this record as it is. */
    NEVER
  }

  /** It has the record. */
  public static Sent confirmed(String receipt) {
    return new Sent(Answer.CONFIRMED, receipt, null);
  }

  /** Not now. */
  public static Sent later(String reason) {
    return new Sent(Answer.LATER, null, reason);
  }

  /** Not as it is. */
  public static Sent never(String reason) {
    return new Sent(Answer.NEVER, null, reason);
  }
}
