package org.qingmen.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A passage as the database holds it: what is queried. The record itself and its decision lie in
 * the journal at {@code position}.
 *
 * @param position position of its journal entry
 * @param receipt receipt
 * @param enterprise discharge-unit code
 * @param serial serial number as sent
 * @param barrier barrier
 * @param direction {@code in} or {@code out}
 * @param time when it passed
 * @param received when the server received it
 * @param plate plate number, null when not read
 * @param colour plate colour code
 * @param vin VIN as sent, may be null
 * @param stage emission stage code
 * @param fuel fuel code
 * @param newEnergy whether it counts as new energy
 * @param usage usage code
 * @param vehicleType GA/T 16.4 type, may be null
 * @param trailer kind of trailer, may be null
 * @param cargo goods, may be null
 * @param tonnes mass of the goods, may be null
 * @param verdict {@code allow}, {@code warn} or {@code deny}
 * @param findings codes of its findings
 * @param trip whether it counts as a trip
 * @param offline whether the gate kept it while it had no connection
 */
public record StoredPassage(
    long position,
    String receipt,
    String enterprise,
    String serial,
    String barrier,
    String direction,
    OffsetDateTime time,
    Instant received,
    String plate,
    String colour,
    String vin,
    String stage,
    String fuel,
    boolean newEnergy,
    String usage,
    String vehicleType,
    String trailer,
    String cargo,
    Double tonnes,
    String verdict,
    List<String> findings,
    boolean trip,
    boolean offline) {

  public StoredPassage {
    findings = List.copyOf(findings);
  }
}
