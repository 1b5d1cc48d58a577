package org.qingmen.spi.facts;

/**
 * What the gate saw before, as far as this passage is concerned.
 *
 * @param entryWithin7Days whether the same plate and colour entered within the 7 days before
 * @param otherPlateOfVin another plate under which the same VIN was seen, null when none
 * @param weighedTonnes net mass of the weigh ticket matched to this passage, null when none
 * @param unknownUnit in-plant or machine code named by the record but not registered, null when
 *     none
 */
public record Traffic(
    boolean entryWithin7Days, String otherPlateOfVin, Double weighedTonnes, String unknownUnit) {

  /** Nothing seen before. */
  public static final Traffic NONE = new Traffic(false, null, null, null);

  /** Whether the same plate and colour entered within the 7 days before. */
  public boolean isEntryWithin7Days() {
    return entryWithin7Days;
  }

  /** Another plate of the same VIN. */
  public String getOtherPlateOfVin() {
    return otherPlateOfVin;
  }

  /** Net mass of the matched weigh ticket. */
  public Double getWeighedTonnes() {
    return weighedTonnes;
  }

  /** Code that is not registered. */
  public String getUnknownUnit() {
    return unknownUnit;
  }
}
