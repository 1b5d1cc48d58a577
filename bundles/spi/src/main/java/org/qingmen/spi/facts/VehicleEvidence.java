package org.qingmen.spi.facts;

import org.qingmen.model.Text;

/**
 * What record and registry together say of the vehicle. The registry is better evidence than the
 * record, which is the enterprise's own statement; the plate is used where both are silent.
 *
 * @param passage the passage
 * @param known what the registry holds, may be null
 */
public record VehicleEvidence(Passage passage, KnownVehicle known) {

  /** Emission stage code: the registered one, else as stated. */
  public String getStage() {
    return known != null && known.getStageRank() >= 0 ? known.getStage() : passage.getStage();
  }

  /** Emission stage for comparisons: -1 unknown, 0 to 6, 9 electric. */
  public int getStageRank() {
    return Stages.rank(getStage());
  }

  /** What the stage rests on: {@code registry}, {@code record} or {@code none}. */
  public String getStageBasis() {
    if (known != null && known.getStageRank() >= 0) {
      return "registry";
    }
    return passage.getStageRank() >= 0 ? "record" : "none";
  }

  /** {@link #getStageBasis} for people. */
  public Text getStageBasisName() {
    return switch (getStageBasis()) {
      case "registry" -> new Text("车辆登记", "the vehicle register");
      case "record" -> new Text("门禁记录", "the gate's record");
      default -> new Text("无", "nothing");
    };
  }

  /** Fuel code: as stated, else the registered one. */
  public String getFuel() {
    boolean silent = "unknown".equals(passage.getFuel()) && known != null && known.fuel() != null;
    return silent ? known.fuel() : passage.getFuel();
  }

  /** Whether it counts as new energy: by the record, or by a registered electric stage. */
  public boolean isNewEnergy() {
    return passage.isNewEnergy() || getStageRank() > 6;
  }

  /** Whether its type says that it is a heavy vehicle. */
  public boolean isHeavyByType() {
    return passage.isHeavy();
  }

  /** Class by its type: heavy, medium, light, mini, low-speed; null when it has none. */
  public String getVehicleClass() {
    return passage.getVehicleClass();
  }

  /** Whether its type was not sent. */
  public boolean isTypeUnknown() {
    return passage.getVehicleType() == null;
  }

  /** Plate colour code. */
  public String getPlateColour() {
    return passage.getPlateColour();
  }

  /** Whether the plate was read. */
  public boolean isPlateRead() {
    return passage.isPlateRead();
  }

  /** Plate number, null when it was not read. */
  public String getPlate() {
    return passage.getPlate();
  }
}
