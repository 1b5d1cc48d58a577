package org.qingmen.intake.internal.gate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Heartbeats of some seconds, one line per barrier, so that thousands of gates cost one journal
 * entry. Safe for threads.
 */
final class Heartbeats {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Beats> waiting = new LinkedHashMap<>();

  /**
   * One heartbeat.
   *
   * @param division six digits of the enterprise
   * @param at when it was received
   * @param skew gate's clock minus ours in milliseconds, null when it does not tell
   * @param counted passages of the day counted by the gate, null when it does not tell
   * @param counterDay day of that counter, {@code yyyy-MM-dd}; null without one
   * @param faults codes of its faults, null when it does not tell
   */
  record Beat(
      String enterprise,
      String division,
      String barrier,
      Instant at,
      Long skew,
      Long counted,
      String counterDay,
      List<String> faults) {}

  private record Beats(Instant from, int count, Beat last) {}

  synchronized void add(Beat beat) {
    waiting.merge(
        beat.enterprise() + '|' + beat.barrier() + '|' + beat.counterDay(),
        new Beats(beat.at(), 1, beat),
        (before, now) -> new Beats(before.from(), before.count() + 1, latest(before, now)));
  }

  /** What was collected, as the journal keeps it; empty when there is nothing. */
  synchronized Optional<ObjectNode> take() {
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode document = JSON.createObjectNode().put("kind", "heartbeats");
    ArrayNode items = document.putArray("items");
    waiting.values().forEach(beats -> write(items.addObject(), beats));
    waiting.clear();
    return Optional.of(document);
  }

  private static Beat latest(Beats before, Beats now) {
    Beat old = before.last();
    Beat one = now.last();
    return new Beat(
        one.enterprise(),
        one.division(),
        one.barrier(),
        one.at(),
        one.skew() == null ? old.skew() : one.skew(),
        greater(old.counted(), one.counted()),
        one.counterDay(),
        one.faults() == null ? old.faults() : one.faults());
  }

  private static Long greater(Long one, Long other) {
    return one == null || (other != null && other > one) ? other : one;
  }

  private static void write(ObjectNode item, Beats beats) {
    Beat last = beats.last();
    item.put("enterprise", last.enterprise()).put("division", last.division());
    item.put("barrier", last.barrier()).put("count", beats.count());
    item.put("from", beats.from().toString()).put("to", last.at().toString());
    if (last.skew() != null) {
      item.put("skew", last.skew());
    }
    if (last.counted() != null) {
      item.put("counted", last.counted()).put("counterDay", last.counterDay());
    }
    if (last.faults() != null) {
      ArrayNode faults = item.putArray("faults");
      last.faults().forEach(faults::add);
    }
  }
}
