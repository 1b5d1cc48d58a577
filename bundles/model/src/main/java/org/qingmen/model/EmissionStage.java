package org.qingmen.model;

/** Emission stage of a vehicle or machine; {@code 0} is before China I. */
public enum EmissionStage implements Coded {
  /** 国0 */
  PRE_I("0"),
  /** 国一 */
  I("1"),
  /** 国二 */
  II("2"),
  /** 国三 */
  III("3"),
  /** 国四 */
  IV("4"),
  /** 国五 */
  V("5"),
  /** 国六 */
  VI("6"),
  /** 电动 */
  ELECTRIC("D"),
  /** No stage known. */
  NONE("X");

  private final String code;

  EmissionStage(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * The stage as a number for comparisons: 0 to 6, electric counts as above every combustion stage
   * (9), an unknown stage as below all (-1), so that it never meets a minimum.
   */
  public int rank() {
    return switch (this) {
      case ELECTRIC -> 9;
      case NONE -> -1;
      default -> ordinal();
    };
  }
}
