package org.qingmen.spi.facts;

import java.time.Duration;
import java.time.Instant;
import org.qingmen.model.GatePassage;

/**
 * The passage to decide.
 *
 * @param record the passage as reported
 * @param received when the server received it
 */
public record Passage(GatePassage record, Instant received) {

  /** {@code in} or {@code out}. */
  public String getDirection() {
    return record.direction().code();
  }

  /** Plate number, null when it was not read. */
  public String getPlate() {
    return record.plate().number();
  }

  /** Plate colour code, such as {@code yellow}. */
  public String getPlateColour() {
    return record.plate().colour().code();
  }

  /** Whether the plate was read. */
  public boolean isPlateRead() {
    return record.plate().read();
  }

  /** Whether the plate follows GA 36. */
  public boolean isPlateWellFormed() {
    return record.plate().wellFormed();
  }

  /** Whether plate form and colour go together. */
  public boolean isPlateColourFitting() {
    return record.plate().colourFits();
  }

  /** Whether it is the plate of a trailer (挂). */
  public boolean isTrailerPlate() {
    return record.plate().trailer();
  }

  /** Whether the plate is a new-energy plate by its form. */
  public boolean isNewEnergyPlate() {
    return record.plate().newEnergyForm();
  }

  /** Whether the plate's letter says battery electric. */
  public boolean isBatteryElectricPlate() {
    return record.plate().batteryElectricLetter();
  }

  /** GA/T 16.4 vehicle type, null when not sent. */
  public String getVehicleType() {
    return record.vehicle().type();
  }

  /** Kind of trailer, null when not sent. */
  public String getTrailer() {
    return record.vehicle().trailer();
  }

  /** Whether it is a heavy vehicle by its type. */
  public boolean isHeavy() {
    return record.vehicle().heavy();
  }

  /** Class by its type: heavy, medium, light, mini, low-speed; null when it has none. */
  public String getVehicleClass() {
    return record.vehicle().vehicleClass();
  }

  /** VIN as sent, null when not sent. */
  public String getVin() {
    return record.vehicle().vin() == null ? null : record.vehicle().vin().value();
  }

  /** Whether the VIN has the form of GB 16735. */
  public boolean isVinWellFormed() {
    return record.vehicle().vin() != null && record.vehicle().vin().wellFormed();
  }

  /** Whether the VIN's check digit is right. */
  public boolean isVinCheckDigitRight() {
    return record.vehicle().vin() != null && record.vehicle().vin().checkDigitRight();
  }

  /** Whether the VIN's maker is bound to a right check digit. */
  public boolean isVinCheckDigitBinding() {
    return record.vehicle().vin() != null && record.vehicle().vin().checkDigitBinding();
  }

  /** Engine number, null when not sent. */
  public String getEngine() {
    return record.vehicle().engine();
  }

  /** Registration date as {@code yyyy-MM-dd}, null when not sent; comparable as text. */
  public String getRegistered() {
    return record.vehicle().registered() == null ? null : record.vehicle().registered().toString();
  }

  /** Fuel code. */
  public String getFuel() {
    return record.vehicle().fuel().code();
  }

  /** Emission stage code, {@code X} when unknown. */
  public String getStage() {
    return record.vehicle().stage().code();
  }

  /** Emission stage for comparisons: -1 unknown, 0 to 6, 9 electric. */
  public int getStageRank() {
    return record.vehicle().stage().rank();
  }

  /** Whether the vehicle counts as new energy. */
  public boolean isNewEnergy() {
    return record.newEnergy();
  }

  /** Emission-disclosure number as sent, null when not sent. */
  public String getDisclosure() {
    return record.vehicle().disclosure();
  }

  /** Day of the passage as {@code yyyy-MM-dd}, in its own zone; comparable as text. */
  public String getDay() {
    return record.time().toLocalDate().toString();
  }

  /** Usage code. */
  public String getUsage() {
    return record.vehicle().usage().code();
  }

  /** Rated load in tonnes, null when not sent. */
  public Double getRatedTonnes() {
    return record.vehicle().ratedTonnes();
  }

  /** Name of the goods, null when not sent. */
  public String getCargo() {
    return record.cargo();
  }

  /** Mass of the goods in tonnes, null when not sent. */
  public Double getTonnes() {
    return record.tonnes();
  }

  /** How the arm was raised: {@code automatic}, {@code manual}, or null. */
  public String getBarrierRaised() {
    return record.barrierRaised() == null ? null : record.barrierRaised().code();
  }

  /** Number of pictures that came with it. */
  public int getPictures() {
    return record.images().size();
  }

  /** Whether the gate kept it while it had no connection. */
  public boolean isOffline() {
    return record.offline();
  }

  /** Seconds from the passage to its receipt; negative when the gate's clock is ahead. */
  public long getDelaySeconds() {
    return Duration.between(record.time().toInstant(), received).getSeconds();
  }
}
