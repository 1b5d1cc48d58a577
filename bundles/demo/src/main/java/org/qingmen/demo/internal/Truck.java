package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** A vehicle of the demonstration, consistent in itself. */
record Truck(
    String plate,
    String colour,
    String vin,
    String engine,
    LocalDate registered,
    String type,
    String fuel,
    String stage,
    String model,
    String fleet,
    String usage,
    double ratedTonnes,
    boolean tanker) {

  /** Writes plate and vehicle of a passage. */
  void write(ObjectNode passage) {
    passage.putObject("plate").put("number", plate).put("colour", colour);
    ObjectNode vehicle = passage.putObject("vehicle");
    write(vehicle, "type", type);
    if (tanker) {
      vehicle.put("trailer", "bulk-cement-tanker");
    }
    vehicle.put("vin", vin).put("engine", engine).put("registered", registered.toString());
    vehicle.put("fuel", fuel).put("stage", stage).put("model", model).put("fleet", fleet);
    vehicle.put("usage", usage).put("ratedTonnes", ratedTonnes);
    vehicle.put("obdConnected", stage.equals("6") || stage.equals("D"));
  }

  boolean passenger() {
    return usage.equals("passenger");
  }

  /** The same truck reported under another VIN. */
  Truck withVin(String other) {
    return new Truck(
        plate,
        colour,
        other,
        engine,
        registered,
        type,
        fuel,
        stage,
        model,
        fleet,
        usage,
        ratedTonnes,
        tanker);
  }

  /** The same truck reported with another plate. */
  Truck withPlate(String number, String itsColour) {
    return new Truck(
        number,
        itsColour,
        vin,
        engine,
        registered,
        type,
        fuel,
        stage,
        model,
        fleet,
        usage,
        ratedTonnes,
        tanker);
  }

  /** The same truck claiming another stage. */
  Truck withStage(String claimed) {
    return new Truck(
        plate,
        colour,
        vin,
        engine,
        registered,
        type,
        fuel,
        claimed,
        model,
        fleet,
        usage,
        ratedTonnes,
        tanker);
  }

  private static void write(ObjectNode node, String name, String value) {
    if (value != null) {
      node.put(name, value);
    }
  }
}
