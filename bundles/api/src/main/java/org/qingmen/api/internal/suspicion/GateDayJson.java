package org.qingmen.api.internal.suspicion;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.model.ChinaTime;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.GateHistory.GateState;
import org.qingmen.store.TrafficHours.Hour;

/**
 * What was received of a day and what is missing: against the gates' own counters, and against what
 * the same hours usually have. An hour is called silent when each of the days before had records in
 * it and this one has none.
 */
final class GateDayJson {

  private static final int HOURS = 24;

  private final LocalDate day;
  private final List<GateDay> gates;
  private final List<GateState> states;
  private final int usualDays;
  private final Map<String, long[]> today = new TreeMap<>();
  private final Map<String, long[]> before = new TreeMap<>();
  private final Map<String, int[]> daysWith = new TreeMap<>();

  GateDayJson(
      LocalDate day, List<Hour> hours, List<GateDay> gates, List<GateState> states, int usualDays) {
    this.day = day;
    this.gates = gates;
    this.states = states;
    this.usualDays = usualDays;
    hours.forEach(this::add);
    gates.forEach(gate -> row(today, gate.barrier()));
  }

  private void add(Hour hour) {
    if (hour.day().equals(day)) {
      row(today, hour.barrier())[hour.hour()] += hour.passages();
    } else {
      row(today, hour.barrier());
      row(before, hour.barrier())[hour.hour()] += hour.passages();
      daysWith.computeIfAbsent(hour.barrier(), none -> new int[HOURS])[hour.hour()]++;
    }
  }

  private static long[] row(Map<String, long[]> rows, String barrier) {
    return rows.computeIfAbsent(barrier, none -> new long[HOURS]);
  }

  void write(ObjectNode json) {
    long received = 0;
    long[] sum = new long[HOURS];
    long[] usual = new long[HOURS];
    for (String barrier : today.keySet()) {
      for (int hour = 0; hour < HOURS; hour++) {
        sum[hour] += today.get(barrier)[hour];
        usual[hour] += row(before, barrier)[hour];
        received += today.get(barrier)[hour];
      }
    }
    json.put("received", received);
    hours(json.putArray("hours"), sum, usual);
    ArrayNode barriers = json.putArray("barriers");
    today.keySet().forEach(barrier -> barrier(barriers.addObject(), barrier));
  }

  private void hours(ArrayNode list, long[] received, long[] usual) {
    for (int hour = 0; hour < HOURS; hour++) {
      list.addObject()
          .put("hour", hour)
          .put("received", received[hour])
          .put("usual", Math.round(usual[hour] * 10.0 / usualDays) / 10.0);
    }
  }

  private void barrier(ObjectNode json, String barrier) {
    long[] received = today.get(barrier);
    long all = 0;
    for (long count : received) {
      all += count;
    }
    json.put("barrier", barrier).put("received", all);
    long counted =
        gates.stream()
            .filter(gate -> gate.barrier().equals(barrier))
            .mapToLong(GateDay::counted)
            .findFirst()
            .orElse(-1);
    json.put("counted", counted < 0 ? null : counted);
    json.put("missing", counted < 0 ? null : Math.max(0, counted - all));
    GateState state =
        states.stream().filter(one -> one.barrier().equals(barrier)).findFirst().orElse(null);
    json.put("lastHeartbeat", state == null ? null : text(state.lastHeartbeat()));
    json.put("lastPassage", state == null ? null : text(state.lastPassage()));
    ArrayNode silent = json.putArray("silentHours");
    int[] days = daysWith.getOrDefault(barrier, new int[HOURS]);
    for (int hour = 0; hour < HOURS; hour++) {
      if (received[hour] == 0 && days[hour] == usualDays && over(hour)) {
        silent.add(hour);
      }
    }
    hours(json.putArray("hours"), received, row(before, barrier));
  }

  /** Whether the hour is over; one that still runs cannot be missing. */
  private boolean over(int hour) {
    return day.atTime(hour, 0)
        .plusHours(1)
        .atZone(ChinaTime.ZONE)
        .toInstant()
        .isBefore(java.time.Instant.now());
  }

  private static String text(Object instant) {
    return instant == null ? null : instant.toString();
  }
}
