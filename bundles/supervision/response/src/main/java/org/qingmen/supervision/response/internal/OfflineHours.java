package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.StoredJson;

/**
 * How long gates were offline on some days.
 *
 * @param known whether the gates ever sent heartbeats; without them silence says nothing
 * @param minutes offline minutes by barrier
 * @param expected minutes in which all of them together should have been online
 */
record OfflineHours(boolean known, Map<String, Long> minutes, long expected) {

  private static final double MINUTES_PER_HOUR = 60;

  static OfflineHours of(GateHistory history, String enterprise, List<LocalDate> days) {
    Set<LocalDate> wanted = new HashSet<>(days);
    Map<String, Long> minutes = new TreeMap<>();
    long expected = 0;
    long heartbeats = 0;
    LocalDate first = days.get(0);
    for (GateDay gate : history.days(enterprise, null, first, days.get(days.size() - 1))) {
      heartbeats += gate.heartbeats();
      if (wanted.contains(gate.day())) {
        expected += gate.expectedMinutes();
        long offline = Math.max(0, gate.expectedMinutes() - gate.onlineMinutes());
        minutes.merge(gate.barrier(), offline, Long::sum);
      }
    }
    return new OfflineHours(heartbeats > 0 && expected > 0, minutes, expected);
  }

  double hours() {
    return minutes.values().stream().mapToLong(Long::longValue).sum() / MINUTES_PER_HOUR;
  }

  double expectedHours() {
    return expected / MINUTES_PER_HOUR;
  }

  double share() {
    return expected == 0 ? 0 : hours() / expectedHours();
  }

  ObjectNode json() {
    ObjectNode json = StoredJson.object().put("known", known);
    if (known) {
      json.put("hours", Rounding.rounded(hours()));
      json.put("expectedHours", Rounding.rounded(expectedHours()));
      json.put("share", Rounding.rounded(share()));
      ArrayNode gates = json.putArray("gates");
      minutes.forEach(
          (barrier, offline) ->
              gates
                  .addObject()
                  .put("barrier", barrier)
                  .put("hours", Rounding.rounded(offline / MINUTES_PER_HOUR)));
    }
    return json;
  }
}
