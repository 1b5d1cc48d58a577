package org.qingmen.store;

import java.time.Instant;
import java.util.Set;

/**
 * Further restrictions of a {@link PassageQuery}; null members do not restrict. A pattern is a text
 * in which {@code *} stands for any characters, also none.
 *
 * @param platePattern pattern of the plate number
 * @param vinPattern pattern of the VIN
 * @param colour plate colour code
 * @param industry industry code of the enterprise
 * @param barriers barriers, any of them
 * @param fuel fuel code
 * @param usage usage code
 * @param vehicleType beginning of the GA/T 16.4 type
 * @param cargo part of the name of the goods
 * @param tonnesFrom mass of the goods at least, tonnes
 * @param tonnesTo mass of the goods at most, tonnes
 * @param newEnergy whether it counts as new energy
 * @param offline whether the gate kept it while it had no connection
 * @param trip whether it counts as a trip
 * @param receivedFrom received at or after
 * @param receivedTo received before
 */
public record PassageFilter(
    String platePattern,
    String vinPattern,
    String colour,
    String industry,
    Set<String> barriers,
    String fuel,
    String usage,
    String vehicleType,
    String cargo,
    Double tonnesFrom,
    Double tonnesTo,
    Boolean newEnergy,
    Boolean offline,
    Boolean trip,
    Instant receivedFrom,
    Instant receivedTo) {

  /** Restricts nothing. */
  public static final PassageFilter NONE =
      new PassageFilter(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null);

  public PassageFilter {
    barriers = barriers == null ? null : Set.copyOf(barriers);
  }
}
