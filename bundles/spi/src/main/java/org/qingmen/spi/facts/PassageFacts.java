package org.qingmen.spi.facts;

import java.util.List;

/**
 * Everything a passage is decided from. Stored with the decision, so that it can be replayed years
 * later without any registry.
 *
 * @param passage the passage
 * @param enterprise its enterprise
 * @param listed entries of the violator list that match, valid at the time
 * @param controls policies in force for the enterprise at the time, highest precedence first
 * @param known what the registry holds of the vehicle, may be null
 * @param traffic what the gate saw before
 * @param corrects what it corrects, null for a record of a gate
 */
public record PassageFacts(
    Passage passage,
    Enterprise enterprise,
    List<Listed> listed,
    List<Control> controls,
    KnownVehicle known,
    Traffic traffic,
    Correction corrects) {

  /** Facts of a record of a gate. */
  public PassageFacts(
      Passage passage,
      Enterprise enterprise,
      List<Listed> listed,
      List<Control> controls,
      KnownVehicle known,
      Traffic traffic) {
    this(passage, enterprise, listed, controls, known, traffic, null);
  }

  public PassageFacts {
    listed = List.copyOf(listed);
    controls = List.copyOf(controls);
  }
}
