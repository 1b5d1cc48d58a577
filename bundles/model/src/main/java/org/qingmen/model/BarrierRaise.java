package org.qingmen.model;

/** How the barrier arm was raised. */
public enum BarrierRaise implements Coded {
  /** By the system. */
  AUTOMATIC("automatic"),
  /** By a person. */
  MANUAL("manual");

  private final String code;

  BarrierRaise(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
