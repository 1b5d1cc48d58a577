package org.qingmen.store;

/**
 * Which documents to list, by id ascending; null members do not restrict.
 *
 * @param kind kind, required
 * @param enterprise discharge-unit code they belong to
 * @param divisionPrefix leading digits of the division they belong to
 * @param text text that id or body contain
 * @param cursor {@link Page#next} of the page before
 * @param limit 1 to 1000
 */
public record RegistryQuery(
    String kind, String enterprise, String divisionPrefix, String text, String cursor, int limit) {

  public RegistryQuery {
    if (kind == null) {
      throw new IllegalArgumentException("a registry query names a kind");
    }
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit is 1 to 1000: " + limit);
    }
  }

  /** The first documents of a kind. */
  public static RegistryQuery of(String kind, int limit) {
    return new RegistryQuery(kind, null, null, null, null, limit);
  }
}
