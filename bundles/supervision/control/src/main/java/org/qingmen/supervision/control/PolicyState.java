package org.qingmen.supervision.control;

import org.qingmen.model.Coded;

/** Where a control policy is in its life. */
public enum PolicyState implements Coded {
  /** Written, in force nowhere. */
  DRAFT("draft"),
  /** Approved, its time has not come. */
  APPROVED("approved"),
  /** Approved and within its time; a policy of an alert level also needs a running episode. */
  IN_FORCE("in-force"),
  /** Its time is over. */
  EXPIRED("expired"),
  /** Taken back; in force nowhere from that moment. */
  WITHDRAWN("withdrawn");

  private final String code;

  PolicyState(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
