package org.qingmen.spi.facts;

/**
 * What the gate saw before, as far as this passage is concerned.
 *
 * @param entryWithin7Days whether the same plate and colour entered within the 7 days before
 * @param otherPlateOfVin another plate under which the same VIN was seen, null when none
 * @param weighedTonnes net mass of the weigh ticket matched to this passage, null when none
 * @param unknownUnit in-plant or machine code named by the record but not registered, null when
 *     none
 * @param heavyAdmittedToday heavy vehicles that entered and were not denied on the day of the
 *     passage before it; null when nothing in force asks for it
 */
public record Traffic(
    boolean entryWithin7Days,
    String otherPlateOfVin,
    Double weighedTonnes,
    String unknownUnit,
    Integer heavyAdmittedToday) {

  /** Nothing seen before. */
  public static final Traffic NONE = new Traffic(false, null, null, null);

  /** Where nothing asks for the number of heavy vehicles. */
  public Traffic(
      boolean entryWithin7Days, String otherPlateOfVin, Double weighedTonnes, String unknownUnit) {
    this(entryWithin7Days, otherPlateOfVin, weighedTonnes, unknownUnit, null);
  }

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

  /** Heavy vehicles admitted on this day before this one. */
  public int getHeavyBefore() {
    return heavyAdmittedToday == null ? 0 : heavyAdmittedToday;
  }

  /** Code that is not registered. */
  public String getUnknownUnit() {
    return unknownUnit;
  }
}
