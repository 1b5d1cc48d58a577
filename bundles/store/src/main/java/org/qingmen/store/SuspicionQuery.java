package org.qingmen.store;

/**
 * Which items of suspicious information to list; null members do not restrict.
 *
 * @param enterprise discharge-unit code
 * @param divisionPrefix leading digits of the division
 * @param state state, or {@code overdue}
 * @param code code of the finding
 * @param cursor {@link Page#next} of the page before
 * @param limit 1 to 1000
 */
public record SuspicionQuery(
    String enterprise, String divisionPrefix, String state, String code, String cursor, int limit) {

  public SuspicionQuery {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit is 1 to 1000: " + limit);
    }
  }
}
