package org.qingmen.spi.stage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;

/**
 * Looks an emission stage up in a catalogue. Implementations answer fast or not at all: callers
 * give them a time-out and stop asking one that keeps failing.
 */
public interface EmissionStageLookup {

  /** Name of the catalogue, shown with the evidence. */
  String name();

  /** What the catalogue knows, empty when it knows nothing. */
  Optional<Evidence> find(Question question);

  /** What is known of the vehicle; members may be null. */
  record Question(
      String vin, String engine, String model, String plate, LocalDate registered, Fuel fuel) {}

  /**
   * One piece of evidence.
   *
   * @param stage stage it proves
   * @param kind kind of evidence, by its place in the evidence chain
   * @param text what it says
   * @param asOf when it was established
   */
  record Evidence(EmissionStage stage, String kind, String text, Instant asOf) {}
}
