package org.qingmen.spi.facts;

/**
 * What the gates saw before, as far as this passage is concerned. Members that are not known are
 * null.
 *
 * @param entryWithin7Days whether the same plate and colour entered within the 7 days before
 * @param otherPlateOfVin another plate under which the same VIN was seen
 * @param weighedTonnes net mass of the weigh ticket matched to this passage
 * @param unknownUnit in-plant or machine code named by the record but not registered
 * @param insideSeconds seconds since the vehicle entered this enterprise and did not leave it
 * @param otherBarrier barrier of the same enterprise that saw the plate just before, in the same
 *     direction
 * @param otherBarrierSeconds how long before, seconds
 * @param elsewhereDivision division of another enterprise that saw the plate just before
 * @param elsewhereSeconds how long before, seconds
 * @param unit in-plant vehicle or machine that the record names
 * @param heavyAdmittedToday heavy vehicles that entered and were not denied on the day of the
 *     passage before it, and those whose gate check was not denied and who are about to enter; only
 *     where a cap is in force
 */
public record Traffic(
    boolean entryWithin7Days,
    String otherPlateOfVin,
    Double weighedTonnes,
    String unknownUnit,
    Long insideSeconds,
    String otherBarrier,
    Long otherBarrierSeconds,
    String elsewhereDivision,
    Long elsewhereSeconds,
    NamedUnit unit,
    Integer heavyAdmittedToday) {

  /** Where no cap is in force. */
  public Traffic(
      boolean entryWithin7Days,
      String otherPlateOfVin,
      Double weighedTonnes,
      String unknownUnit,
      Long insideSeconds,
      String otherBarrier,
      Long otherBarrierSeconds,
      String elsewhereDivision,
      Long elsewhereSeconds,
      NamedUnit unit) {
    this(
        entryWithin7Days,
        otherPlateOfVin,
        weighedTonnes,
        unknownUnit,
        insideSeconds,
        otherBarrier,
        otherBarrierSeconds,
        elsewhereDivision,
        elsewhereSeconds,
        unit,
        null);
  }

  /** Nothing seen before. */
  public static final Traffic NONE = new Traffic(false, null, null, null);

  /** What was known before the gates were compared. */
  public Traffic(
      boolean entryWithin7Days, String otherPlateOfVin, Double weighedTonnes, String unknownUnit) {
    this(
        entryWithin7Days,
        otherPlateOfVin,
        weighedTonnes,
        unknownUnit,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** The same with the number of heavy vehicles admitted before. */
  public Traffic counting(int heavyAdmitted) {
    return new Traffic(
        entryWithin7Days,
        otherPlateOfVin,
        weighedTonnes,
        unknownUnit,
        insideSeconds,
        otherBarrier,
        otherBarrierSeconds,
        elsewhereDivision,
        elsewhereSeconds,
        unit,
        heavyAdmitted);
  }

  /** Heavy vehicles admitted on this day before this one. */
  public int getHeavyBefore() {
    return heavyAdmittedToday == null ? 0 : heavyAdmittedToday;
  }

  /** Whether the record names a registered non-road machine. */
  public boolean isMachine() {
    return unit != null && "machine".equals(unit.kind());
  }

  /** Code by which the record names the unit, null when it names none that is registered. */
  public String getUnitCode() {
    return unit == null ? null : unit.code();
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

  /** Code that is not registered. */
  public String getUnknownUnit() {
    return unknownUnit;
  }

  /** Seconds since the vehicle entered this enterprise and did not leave it. */
  public Long getInsideSeconds() {
    return insideSeconds;
  }

  /** Barrier of the same enterprise that saw the plate just before. */
  public String getOtherBarrier() {
    return otherBarrier;
  }

  /** How long before the other barrier saw it, seconds. */
  public Long getOtherBarrierSeconds() {
    return otherBarrierSeconds;
  }

  /** Division of another enterprise that saw the plate just before. */
  public String getElsewhereDivision() {
    return elsewhereDivision;
  }

  /** City of the other enterprise: the first four digits of its division. */
  public String getElsewhereCity() {
    return Enterprise.city(elsewhereDivision);
  }

  /** Whether the other enterprise lies in another city (first four digits). */
  public boolean isElsewhereOtherCity(String division) {
    return elsewhereDivision != null
        && division != null
        && elsewhereDivision.length() >= 4
        && !division.startsWith(elsewhereDivision.substring(0, 4));
  }

  /** How long before the other enterprise saw it, seconds. */
  public Long getElsewhereSeconds() {
    return elsewhereSeconds;
  }

  /** Registration code of the machine that the record names. */
  public String getMachineRegistration() {
    if (unit == null || !"machine".equals(unit.kind())) {
      return null;
    }
    return unit.registrationCode() == null ? unit.code() : unit.registrationCode();
  }

  /** Machine environmental code of the machine that the record names. */
  public String getMachineCode() {
    return unit == null ? null : unit.machineCode();
  }

  /** Registered stage of the unit for comparisons: -1 unknown, 0 to 6, 9 electric. */
  public int getUnitStageRank() {
    return unit == null || unit.stage() == null ? -1 : Stages.rank(unit.stage());
  }
}
