package org.qingmen.supervision.alarms.internal.book;

import java.time.Instant;
import java.util.List;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.Alarm.Evidence;

/**
 * What happened under one key since it was last written down.
 *
 * @param key key of the alarm
 * @param alarm the last raising; null when the condition only ended
 * @param first when it was first raised
 * @param last when it was last raised
 * @param count how often it was raised
 * @param evidence evidence of all raisings, oldest first, the middle left out when there is much
 * @param over when the condition ended after the last raising, null when it did not
 */
public record Happened(
    String key,
    Alarm alarm,
    Instant first,
    Instant last,
    int count,
    List<Evidence> evidence,
    Instant over) {

  public Happened {
    evidence = List.copyOf(evidence);
  }
}
