package org.qingmen.model;

/** Warning level of a heavy-pollution episode. */
public enum AlertLevel implements Coded {
  /** Response III. */
  YELLOW("yellow"),
  /** Response II. */
  ORANGE("orange"),
  /** Response I. */
  RED("red");

  private final String code;

  AlertLevel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** The response level that goes with this warning: {@code III}, {@code II} or {@code I}. */
  public String response() {
    return switch (this) {
      case YELLOW -> "III";
      case ORANGE -> "II";
      case RED -> "I";
    };
  }
}
