package org.qingmen.model;

/** Colour of a number plate (GA 36). */
public enum PlateColour implements Coded {
  /** Small vehicles with a combustion engine. */
  BLUE("blue"),
  /** Large vehicles, trailers and learners. */
  YELLOW("yellow"),
  /** Police and military. */
  WHITE("white"),
  /** Foreign, embassy, Hong Kong and Macao. */
  BLACK("black"),
  /** Small new-energy vehicles, eight characters. */
  GREEN("green"),
  /** Large new-energy vehicles, eight characters. */
  YELLOW_GREEN("yellow-green"),
  /** Any other colour. */
  OTHER("other"),
  /** Not recognised by the camera. */
  UNKNOWN("unknown");

  private final String code;

  PlateColour(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** Whether the plate itself says that the vehicle is a new-energy vehicle. */
  public boolean newEnergy() {
    return this == GREEN || this == YELLOW_GREEN;
  }
}
