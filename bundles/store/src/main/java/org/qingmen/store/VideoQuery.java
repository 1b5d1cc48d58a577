package org.qingmen.store;

import java.time.Instant;

/**
 * Which entries of the video index to list, newest first; null members do not restrict.
 *
 * @param enterprise discharge-unit code
 * @param divisionPrefix leading digits of the enterprise's division
 * @param camera number of the camera
 * @param barrier barrier it looks at
 * @param from recordings that end after it
 * @param to recordings that begin before it
 * @param cursor {@link Page#next} of the page before
 * @param limit 1 to 1000
 */
public record VideoQuery(
    String enterprise,
    String divisionPrefix,
    String camera,
    String barrier,
    Instant from,
    Instant to,
    String cursor,
    int limit) {

  public VideoQuery {
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit is 1 to 1000: " + limit);
    }
  }
}
