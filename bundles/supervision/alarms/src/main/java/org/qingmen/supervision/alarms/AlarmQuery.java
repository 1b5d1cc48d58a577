package org.qingmen.supervision.alarms;

import java.time.Instant;
import java.util.List;

/**
 * Which alarms to list, the one that happened last first; null or empty members do not restrict.
 *
 * @param enterprise discharge-unit code
 * @param divisionPrefix leading digits of the divisions
 * @param barrier barrier
 * @param states {@code open}, {@code acknowledged}, {@code assigned}, {@code escalated}, {@code
 *     closed}
 * @param severities {@code notice}, {@code warning}, {@code serious}, {@code critical}
 * @param code what happened
 * @param assignee who sees to it
 * @param from happened last at or after
 * @param to happened first before
 * @param cursor {@link org.qingmen.store.Page#next} of the page before
 * @param limit 1 to 1000
 */
public record AlarmQuery(
    String enterprise,
    String divisionPrefix,
    String barrier,
    List<String> states,
    List<String> severities,
    String code,
    String assignee,
    Instant from,
    Instant to,
    String cursor,
    int limit) {

  public AlarmQuery {
    states = List.copyOf(states);
    severities = List.copyOf(severities);
    if (limit < 1 || limit > 1000) {
      throw new IllegalArgumentException("limit is 1 to 1000: " + limit);
    }
  }
}
