package org.qingmen.model;

/** How grave a finding is. */
public enum Severity implements Coded {
  /** Worth knowing, nothing to do. */
  INFO("info"),
  /** Within tolerance, close to its edge. */
  NEAR_MISS("near-miss"),
  /** To be explained by the enterprise. */
  SUSPICIOUS("suspicious"),
  /** Contradicts other evidence. */
  GRAVE("grave");

  private final String code;

  Severity(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
