package org.qingmen.supervision.alarms.internal.book;

import java.time.Instant;
import java.util.List;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.Alarm.Evidence;

/**
 * What happened under one key since it was last written down.
 *
 * @param key key of the alarm
 * @param opening the raising that happened first; null when the condition only ended
 * @param alarm the raising that happened last; null when the condition only ended
 * @param count how often it was raised
 * @param evidence evidence of all raisings, oldest first, the middle left out when there is much
 * @param over when the condition ended after the last raising, null when it did not
 */
public record Happened(
    String key, Alarm opening, Alarm alarm, int count, List<Evidence> evidence, Instant over) {

  public Happened {
    evidence = List.copyOf(evidence);
  }

  /** When it first happened. */
  Instant first() {
    return opening.at();
  }

  /** When it last happened. */
  Instant last() {
    return alarm.at();
  }
}
