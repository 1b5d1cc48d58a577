package org.qingmen.supervision.stages;

import java.time.LocalDate;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.PlateColour;

/**
 * What is asked about one vehicle or machine; everything but the unit may be null.
 *
 * @param unit what it is
 * @param vin VIN, or product identification number of a machine; upper case
 * @param engine engine number
 * @param plate plate number
 * @param colour plate colour
 * @param type vehicle type code (GA/T 16.4), such as {@code Q11}
 * @param model model, as in the type approval; upper case
 * @param fuel energy
 * @param registered first registration of a road vehicle, production of a machine
 * @param code environmental registration code, at most 32 characters
 * @param machineCode machine environmental code, at most 64 characters
 * @param disclosure emission-disclosure number, 24 characters when it is one
 * @param kilowatts rated power in kW
 * @param stated stage that the enterprise states
 */
public record StageQuestion(
    Unit unit,
    String vin,
    String engine,
    String plate,
    PlateColour colour,
    String type,
    String model,
    Fuel fuel,
    LocalDate registered,
    String code,
    String machineCode,
    String disclosure,
    Double kilowatts,
    EmissionStage stated) {

  /** What a stage is asked for. */
  public enum Unit {
    /** Road vehicle. */
    ROAD,
    /** In-plant vehicle (厂内运输车辆), often a retired road vehicle without a plate. */
    IN_PLANT,
    /** Non-road mobile machine (NRMM). */
    MACHINE
  }
}
