package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.store.EnterpriseDays.Movement;
import org.qingmen.store.StoredJson;

/**
 * Trips that were made although the decision at the gate denied them, each with its evidence: the
 * record, and of its decision the reasons and the policies in force.
 */
final class ForbiddenTrips {

  private final Journal journal;
  private final int most;

  /**
   * @param most how many are written down one by one
   */
  ForbiddenTrips(Journal journal, int most) {
    this.journal = journal;
    this.most = most;
  }

  static List<Movement> among(List<Movement> movements) {
    return movements.stream()
        .filter(movement -> movement.trip() && "deny".equals(movement.verdict()))
        .toList();
  }

  ObjectNode describe(List<Movement> forbidden) {
    ObjectNode json = StoredJson.object().put("trips", forbidden.size());
    Map<String, ObjectNode> reasons = new TreeMap<>();
    ArrayNode evidence = StoredJson.object().putArray("evidence");
    for (Movement movement : forbidden.subList(0, Math.min(most, forbidden.size()))) {
      evidence.add(one(movement, reasons));
    }
    json.put("shown", evidence.size());
    json.set("byReason", StoredJson.object().putArray("byReason").addAll(reasons.values()));
    json.set("evidence", evidence);
    return json;
  }

  private ObjectNode one(Movement movement, Map<String, ObjectNode> reasons) {
    ObjectNode json = StoredJson.object();
    json.put("receipt", movement.receipt()).put("position", movement.position());
    json.put("time", EpisodeSpan.local(movement.time()));
    json.put("barrier", movement.barrier()).put("direction", movement.direction());
    json.put("plate", movement.plate()).put("colour", movement.colour());
    json.put("stage", movement.stage());
    Optional<JsonNode> decision =
        journal
            .find(movement.position())
            .map(Positioned::entry)
            .map(e -> StoredJson.read(e.document()));
    ArrayNode why = json.putArray("reasons");
    decision.ifPresent(
        document -> document.path("reasons").forEach(reason -> why.add(reason(reason, reasons))));
    ArrayNode controls = json.putArray("controls");
    decision.ifPresent(
        document ->
            document
                .at("/facts/controls")
                .forEach(control -> controls.add(control.path("id").asText())));
    return json;
  }

  private static ObjectNode reason(JsonNode reason, Map<String, ObjectNode> reasons) {
    String code = reason.path("code").asText();
    ObjectNode counted =
        reasons.computeIfAbsent(
            code,
            c -> StoredJson.object().put("code", c).put("clause", reason.path("clause").asText()));
    counted.put("trips", counted.path("trips").asInt() + 1);
    ObjectNode json = StoredJson.object().put("code", code);
    json.put("zh", reason.path("zh").asText()).put("en", reason.path("en").asText());
    return json;
  }
}
