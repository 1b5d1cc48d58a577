package org.qingmen.model;

/** Which way a vehicle passes the gate, seen from the enterprise. */
public enum Direction implements Coded {
  /** Entering. */
  IN("in"),
  /** Leaving. */
  OUT("out");

  private final String code;

  Direction(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
