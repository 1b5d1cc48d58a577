package org.qingmen.spi.facts;

/**
 * Trips of an enterprise over the period that look alike to the rules; from the rollups.
 *
 * @param stage emission stage code
 * @param fuel fuel code
 * @param newEnergy whether they count as new energy
 * @param usage usage code
 * @param vehicleType GA/T 16.4 type, may be null
 * @param trailer kind of trailer, may be null
 * @param cargo goods, may be null
 * @param trips number of trips
 * @param tonnes mass moved, tonnes
 */
public record TripGroup(
    String stage,
    String fuel,
    boolean newEnergy,
    String usage,
    String vehicleType,
    String trailer,
    String cargo,
    long trips,
    double tonnes) {

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

  /** Usage code. */
  public String getUsage() {
    return usage;
  }

  /** GA/T 16.4 type. */
  public String getVehicleType() {
    return vehicleType;
  }

  /** Kind of trailer. */
  public String getTrailer() {
    return trailer;
  }

  /** Goods. */
  public String getCargo() {
    return cargo;
  }

  /** Number of trips. */
  public long getTrips() {
    return trips;
  }

  /** Mass moved, tonnes. */
  public double getTonnes() {
    return tonnes;
  }
}
