package org.qingmen.spi.facts;

/**
 * Mass moved by one mode of the dedicated-line ledger over the period.
 *
 * @param mode {@code rail}, {@code water}, {@code pipeline}, {@code tube-conveyor}, {@code
 *     belt-gallery}
 * @param material material
 * @param direction {@code in} or {@code out}
 * @param tonnes mass, tonnes
 */
public record MassGroup(String mode, String material, String direction, double tonnes) {

  /** Mode of transport. */
  public String getMode() {
    return mode;
  }

  /** Material. */
  public String getMaterial() {
    return material;
  }

  /** {@code in} or {@code out}. */
  public String getDirection() {
    return direction;
  }

  /** Mass, tonnes. */
  public double getTonnes() {
    return tonnes;
  }
}
