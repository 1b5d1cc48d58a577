package org.qingmen.model;

/** What a vehicle is used for at the gate (usage nature). */
public enum Usage implements Coded {
  FREIGHT("freight"),
  MAINTENANCE("maintenance"),
  SPECIAL("special"),
  DANGEROUS_GOODS("dangerous-goods"),
  PASSENGER("passenger"),
  OTHER("other");

  private final String code;

  Usage(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
