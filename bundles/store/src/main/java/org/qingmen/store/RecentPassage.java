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
 */
public record RecentPassage(
    String enterprise, String plate, String colour, String vin, String direction, Instant time) {}
