package org.qingmen.store;

import java.time.Instant;

/**
 * Which passages to list, newest first; null members do not restrict.
 *
 * @param enterprise discharge-unit code
 * @param divisionPrefix leading digits of the enterprise's division
 * @param plate plate number, exactly
 * @param vin VIN, exactly
 * @param from passed at or after
 * @param to passed before
 * @param stage emission stage code
 * @param direction {@code in} or {@code out}
 * @param verdict verdict code
 * @param finding code of a finding it has
 * @param filter further restrictions
 * @param cursor {@link Page#next} of the page before; stays right while new records arrive
 * @param limit 1 to 1000
 */
public record PassageQuery(
    String enterprise,
    String divisionPrefix,
    String plate,
    String vin,
    Instant from,
    Instant to,
    String stage,
    String direction,
    String verdict,
    String finding,
    PassageFilter filter,
    String cursor,
    int limit) {

  public PassageQuery {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit is 1 to 1000: " + limit);
    }
  }

  /** Without further restrictions. */
  public PassageQuery(
      String enterprise,
      String divisionPrefix,
      String plate,
      String vin,
      Instant from,
      Instant to,
      String stage,
      String direction,
      String verdict,
      String finding,
      String cursor,
      int limit) {
    this(
        enterprise,
        divisionPrefix,
        plate,
        vin,
        from,
        to,
        stage,
        direction,
        verdict,
        finding,
        PassageFilter.NONE,
        cursor,
        limit);
  }

  /** The same question for the page after. */
  public PassageQuery after(String next) {
    return new PassageQuery(
        enterprise,
        divisionPrefix,
        plate,
        vin,
        from,
        to,
        stage,
        direction,
        verdict,
        finding,
        filter,
        next,
        limit);
  }
}
