package org.qingmen.store;

import java.time.LocalDate;

/**
 * Which ledger rows to list, newest first; null members do not restrict.
 *
 * @param ledger {@code dedicated-line}, {@code weigh-ticket} or {@code materials}
 * @param enterprise discharge-unit code
 * @param divisionPrefix leading digits of the enterprise's division
 * @param from first day
 * @param to last day, included
 * @param cursor {@link Page#next} of the page before
 * @param limit 1 to 1000
 */
public record LedgerQuery(
    String ledger,
    String enterprise,
    String divisionPrefix,
    LocalDate from,
    LocalDate to,
    String cursor,
    int limit) {

  public LedgerQuery {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit is 1 to 1000: " + limit);
    }
  }
}
