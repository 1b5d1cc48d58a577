package org.qingmen.model;

/** Clean modes of the dedicated-line ledger. */
public enum TransportMode implements Coded {
  RAIL("rail"),
  WATER("water"),
  PIPELINE("pipeline"),
  TUBE_CONVEYOR("tube-conveyor"),
  BELT_GALLERY("belt-gallery");

  private final String code;

  TransportMode(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }
}
