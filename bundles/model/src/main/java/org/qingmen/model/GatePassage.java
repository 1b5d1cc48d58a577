package org.qingmen.model;

import java.time.OffsetDateTime;
import java.util.Map;

/**
 * One vehicle passing one barrier of one enterprise, in or out (进出厂记录).
 *
 * @param enterprise discharge-unit code of the enterprise (HJ 608), 1 to 30 characters
 * @param serial opaque serial number of the gate, 1 to 50 characters, unique per enterprise
 * @param entrance entrance (出入口), may be null
 * @param barrier barrier (道闸)
 * @param lane lane, may be null
 * @param direction in or out
 * @param time when it passed, with zone
 * @param plate its plate
 * @param vehicle what else is known of it
 * @param cargo name of the goods, may be null
 * @param tonnes mass of the goods in tonnes, may be null
 * @param barrierRaised how the arm was raised, may be null
 * @param images SHA-256 of each picture by its role ({@code head}, {@code body}, {@code plate})
 * @param offline whether the gate kept it while it had no connection
 * @param check id of the gate check that preceded it, may be null
 */
public record GatePassage(
    String enterprise,
    String serial,
    String entrance,
    String barrier,
    String lane,
    Direction direction,
    OffsetDateTime time,
    Plate plate,
    Vehicle vehicle,
    String cargo,
    Double tonnes,
    BarrierRaise barrierRaised,
    Map<String, String> images,
    boolean offline,
    String check) {

  public GatePassage {
    need(enterprise, 30, "enterprise");
    need(serial, 50, "serial");
    need(barrier, 30, "barrier");
    if (direction == null || time == null || plate == null) {
      throw new IllegalArgumentException("a passage has a direction, a time and a plate");
    }
    vehicle = vehicle == null ? Vehicle.UNKNOWN : vehicle;
    images = images == null ? Map.of() : Map.copyOf(images);
  }

  /** The receipt of this record. */
  public Receipt receipt() {
    return Receipt.of(enterprise, serial);
  }

  /**
   * New energy by fuel; a plain hybrid only when its plate is a new-energy plate, and a vehicle of
   * unknown fuel when its plate says so.
   */
  public boolean newEnergy() {
    return switch (vehicle.fuel()) {
      case HYBRID, UNKNOWN -> plate.colour().newEnergy();
      default -> vehicle.fuel().newEnergy();
    };
  }

  private static void need(String text, int longest, String name) {
    if (text == null || text.isBlank() || text.length() > longest) {
      throw new IllegalArgumentException(name + " has 1 to " + longest + " characters: " + text);
    }
  }
}
