package org.qingmen.model;

/** Energy a vehicle or machine runs on. */
public enum Fuel implements Coded {
  GASOLINE("gasoline"),
  DIESEL("diesel"),
  ELECTRIC("electric"),
  NATURAL_GAS("natural-gas"),
  LPG("lpg"),
  METHANOL("methanol"),
  ETHANOL("ethanol"),
  HYBRID("hybrid"),
  PLUG_IN_HYBRID("plug-in-hybrid"),
  FUEL_CELL("fuel-cell"),
  HYDROGEN("hydrogen"),
  BIOFUEL("biofuel"),
  NONE("none"),
  OTHER("other"),
  UNKNOWN("unknown");

  private final String code;

  Fuel(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /**
   * New energy in the sense of the grading rules: battery electric, plug-in hybrid, fuel cell,
   * hydrogen. A plain hybrid is not.
   */
  public boolean newEnergy() {
    return switch (this) {
      case ELECTRIC, PLUG_IN_HYBRID, FUEL_CELL, HYDROGEN -> true;
      default -> false;
    };
  }
}
