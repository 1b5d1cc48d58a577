package org.qingmen.supervision.alarms.internal.book;

import java.util.Arrays;
import java.util.Optional;

/** How grave an alarm is, least first. */
public enum Severity {
  NOTICE("notice"),
  WARNING("warning"),
  SERIOUS("serious"),
  CRITICAL("critical");

  private final String code;

  Severity(String code) {
    this.code = code;
  }

  /** Its code. */
  public String code() {
    return code;
  }

  /** The severity with this code. */
  public static Optional<Severity> of(Object code) {
    return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
  }
}
