package org.qingmen.model;

/** What the gate is told. */
public enum Verdict implements Coded {
  /** The barrier opens. */
  ALLOW("allow"),
  /** The barrier opens, with a remark. */
  WARN("warn"),
  /** The barrier stays shut. */
  DENY("deny");

  private final String code;

  Verdict(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** The stricter of two verdicts. */
  public Verdict strictest(Verdict other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
