package org.qingmen.model;

import java.time.LocalDate;

/**
 * What the gate or the ledger says of a vehicle; every member may be null when it was not sent.
 *
 * @param type GA/T 16.4 vehicle type, such as {@code Q11} for a heavy semi-trailer tractor
 * @param trailer kind of trailer behind it, such as {@code bulk-cement-tanker}
 * @param vin identification number
 * @param engine engine number, at most 32 characters
 * @param registered date of first registration
 * @param fuel energy; {@code UNKNOWN} when not sent or not mapped
 * @param stage emission stage; {@code NONE} when not sent or not mapped
 * @param model maker's model
 * @param fleet fleet or owner, at most 100 characters
 * @param usage what it is used for; freight when not sent
 * @param ratedTonnes rated load in tonnes
 * @param obdConnected whether its remote diagnosis is on line
 * @param disclosure emission-disclosure number (环保信息公开编号) as sent, null when not sent
 */
public record Vehicle(
    String type,
    String trailer,
    Vin vin,
    String engine,
    LocalDate registered,
    Fuel fuel,
    EmissionStage stage,
    String model,
    String fleet,
    Usage usage,
    Double ratedTonnes,
    Boolean obdConnected,
    String disclosure) {

  /** A vehicle without a disclosure number. */
  public Vehicle(
      String type,
      String trailer,
      Vin vin,
      String engine,
      LocalDate registered,
      Fuel fuel,
      EmissionStage stage,
      String model,
      String fleet,
      Usage usage,
      Double ratedTonnes,
      Boolean obdConnected) {
    this(
        type,
        trailer,
        vin,
        engine,
        registered,
        fuel,
        stage,
        model,
        fleet,
        usage,
        ratedTonnes,
        obdConnected,
        null);
  }

  /** A vehicle of which nothing is known. */
  public static final Vehicle UNKNOWN =
      new Vehicle(null, null, null, null, null, null, null, null, null, null, null, null);

  public Vehicle {
    fuel = fuel == null ? Fuel.UNKNOWN : fuel;
    stage = stage == null ? EmissionStage.NONE : stage;
    usage = usage == null ? Usage.FREIGHT : usage;
  }

  /**
   * Heavy truck by GA/T 16.4: heavy lorries (H1x), heavy tractors (Q1x) and heavy special vehicles
   * (Z5x). A vehicle whose type is not known is not called heavy here; rules may think otherwise.
   */
  public boolean heavy() {
    return "heavy".equals(vehicleClass());
  }

  /**
   * Class of a lorry, tractor or special vehicle by GA/T 16.4.
   *
   * @return {@code heavy}, {@code medium}, {@code light}, {@code mini} or {@code low-speed}; null
   *     when the type is not known or says no such class
   */
  public String vehicleClass() {
    return switch (type == null || type.length() < 2 ? "" : type.substring(0, 2)) {
      case "H1", "Q1", "Z5" -> "heavy";
      case "H2", "Q2", "Z2" -> "medium";
      case "H3", "Q3", "Z3", "Z7" -> "light";
      case "H4", "Z4" -> "mini";
      case "H5", "N1" -> "low-speed";
      default -> null;
    };
  }
}
