package org.qingmen.spi.intake;

import java.util.Optional;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.NamedUnit;

/** Registered vehicles and units; answers from memory and is kept current. */
public interface KnownUnits {

  /**
   * What the registry holds of a vehicle: by VIN, else by plate number.
   *
   * @param vin VIN as sent, may be null
   * @param plate plate number as read, may be null
   */
  Optional<KnownVehicle> vehicle(String vin, String plate);

  /**
   * Whether an enterprise registered this in-plant vehicle or machine.
   *
   * @param enterprise discharge-unit code
   * @param code registration code, internal number or machine code
   */
  boolean unitRegistered(String enterprise, String code);

  /**
   * What the registry holds of a unit.
   *
   * @param enterprise discharge-unit code
   * @param code registration code, internal number or machine code
   */
  default Optional<NamedUnit> unit(String enterprise, String code) {
    return Optional.empty();
  }
}
