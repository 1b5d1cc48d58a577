package org.qingmen.supervision.alarms.internal.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.Alarm.Evidence;

/**
 * Collects raisings under their keys, so that a hundred repetitions are written once. Not safe for
 * threads.
 */
public final class Tally {

  private static final int MOST_EVIDENCE = 20;

  private final Map<String, Happened> byKey = new LinkedHashMap<>();

  /** Counts one raising. */
  public void raise(Alarm alarm) {
    byKey.merge(
        alarm.key(),
        new Happened(alarm.key(), alarm, alarm, 1, shortened(alarm.evidence()), null),
        Tally::together);
  }

  /** Notes that a condition ended. */
  public void over(String key, Instant at) {
    byKey.merge(key, new Happened(key, null, null, 0, List.of(), at), Tally::together);
  }

  /** Takes one back that could not be written. */
  public void back(List<Happened> unwritten) {
    Map<String, Happened> later = new LinkedHashMap<>(byKey);
    byKey.clear();
    unwritten.forEach(happened -> byKey.put(happened.key(), happened));
    later.forEach((key, happened) -> byKey.merge(key, happened, Tally::together));
  }

  /** What was collected; afterwards it is empty. */
  public List<Happened> take() {
    List<Happened> taken = List.copyOf(byKey.values());
    byKey.clear();
    return taken;
  }

  /** Number of keys. */
  public int size() {
    return byKey.size();
  }

  private static Happened together(Happened before, Happened after) {
    if (after.alarm() == null) {
      return new Happened(
          before.key(),
          before.opening(),
          before.alarm(),
          before.count(),
          before.evidence(),
          after.over());
    }
    List<Evidence> evidence = new ArrayList<>(before.evidence());
    evidence.addAll(after.evidence());
    return new Happened(
        before.key(),
        earlier(before.opening(), after.opening()),
        later(before.alarm(), after.alarm()),
        before.count() + after.count(),
        shortened(evidence),
        after.over());
  }

  private static Alarm earlier(Alarm one, Alarm other) {
    return one == null || other.at().isBefore(one.at()) ? other : one;
  }

  /** Of two at the same time the one that was told later. */
  private static Alarm later(Alarm one, Alarm other) {
    return one == null || !other.at().isBefore(one.at()) ? other : one;
  }

  /** The first and the latest tell most. */
  static List<Evidence> shortened(List<Evidence> all) {
    List<Evidence> distinct = all.stream().distinct().toList();
    if (distinct.size() <= MOST_EVIDENCE) {
      return distinct;
    }
    List<Evidence> kept = new ArrayList<>(distinct.subList(0, MOST_EVIDENCE / 2));
    kept.addAll(distinct.subList(distinct.size() - MOST_EVIDENCE / 2, distinct.size()));
    return kept;
  }
}
