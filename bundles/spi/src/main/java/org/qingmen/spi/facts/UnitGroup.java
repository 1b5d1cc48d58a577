package org.qingmen.spi.facts;

/**
 * In-plant vehicles or machines registered at the end of the period that look alike to the rules.
 *
 * @param kind {@code in-plant} or {@code nrmm}
 * @param stage emission stage code
 * @param fuel fuel code
 * @param newEnergy whether they count as new energy
 * @param units number of vehicles or machines
 */
public record UnitGroup(String kind, String stage, String fuel, boolean newEnergy, long units) {

  /** {@code in-plant} or {@code nrmm}. */
  public String getKind() {
    return kind;
  }

  /** Emission stage code. */
  public String getStage() {
    return stage;
  }

  /** Emission stage for comparisons: -1 unknown, 0 to 6, 9 electric. */
  public int getStageRank() {
    return Stages.rank(stage);
  }

  /** Fuel code. */
  public String getFuel() {
    return fuel;
  }

  /** Whether they count as new energy. */
  public boolean isNewEnergy() {
    return newEnergy;
  }

  /** Number of vehicles or machines. */
  public long getUnits() {
    return units;
  }
}
