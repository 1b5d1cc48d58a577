package org.qingmen.spi.alarm;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Something that somebody must look at. Its severity, its wording and whether it is an alarm at all
 * are said by the rules of kind {@code alarm} in force.
 *
 * @param code what happened, such as {@code listed-vehicle-admitted}; the rules know it
 * @param key what makes two of them the same while one is open, such as {@code
 *     gate-offline/CODE/A01}; 1 to 160 characters
 * @param enterprise discharge-unit code, null when it concerns none
 * @param division GB/T 2260 code it concerns, null for that of the enterprise
 * @param barrier barrier, may be null
 * @param at when it happened
 * @param values what the rules and the wording need, as in {@link org.qingmen.spi.facts.Fact}
 * @param evidence what proves it
 */
public record Alarm(
    String code,
    String key,
    String enterprise,
    String division,
    String barrier,
    Instant at,
    Map<String, Object> values,
    List<Evidence> evidence) {

  public Alarm {
    values = Map.copyOf(values);
    evidence = List.copyOf(evidence);
  }

  /**
   * A piece of evidence.
   *
   * @param kind {@code passage} (receipt), {@code decision}, {@code policy}, {@code violator},
   *     {@code gate-event}, {@code ledger}, {@code grade}, {@code suspicion}
   * @param id its id
   */
  public record Evidence(String kind, String id) {}
}
