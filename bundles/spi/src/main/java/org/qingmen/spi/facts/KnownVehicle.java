package org.qingmen.spi.facts;

/**
 * What the registry holds of the vehicle, by VIN or plate; members may be null.
 *
 * @param vin registered VIN
 * @param plate registered plate number
 * @param engine registered engine number
 * @param stage registered emission stage code
 * @param fuel registered fuel code
 * @param registered registration date {@code yyyy-MM-dd}
 */
public record KnownVehicle(
    String vin, String plate, String engine, String stage, String fuel, String registered) {

  /** Registered VIN. */
  public String getVin() {
    return vin;
  }

  /** Registered plate number. */
  public String getPlate() {
    return plate;
  }

  /** Registered engine number. */
  public String getEngine() {
    return engine;
  }

  /** Registered emission stage code. */
  public String getStage() {
    return stage;
  }

  /** Registered stage for comparisons: -1 unknown, 0 to 6, 9 electric. */
  public int getStageRank() {
    return Stages.rank(stage);
  }

  /** Registered fuel code. */
  public String getFuel() {
    return fuel;
  }

  /** Registration date. */
  public String getRegistered() {
    return registered;
  }
}
