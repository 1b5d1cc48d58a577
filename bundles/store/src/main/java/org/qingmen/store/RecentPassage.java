package org.qingmen.store;

import java.time.Instant;

/**
 * A recent passage, for warming what intake remembers of the traffic.
 *
 * @param enterprise discharge-unit code
 * @param plate plate number, null when not read
 * @param colour plate colour code
 * @param vin VIN as sent, may be null
 * @param direction {@code in} or {@code out}
 * @param time when it passed
 * @param receipt its receipt, null where it does not matter
 * @param type vehicle type of GA/T 16.4, null when not sent
 * @param verdict verdict code, null where it does not matter
 */
public record RecentPassage(
    String enterprise,
    String plate,
    String colour,
    String vin,
    String direction,
    Instant time,
    String receipt,
    String type,
    String verdict) {

  /** Without receipt, type and verdict. */
  public RecentPassage(
      String enterprise, String plate, String colour, String vin, String direction, Instant time) {
    this(enterprise, plate, colour, vin, direction, time, null, null, null);
  }
}
