package org.qingmen.api.internal.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.DecisionIds;
import org.qingmen.store.Document;
import org.qingmen.supervision.response.Run;
import org.qingmen.supervision.response.Summary;

/** Evaluations as JSON. */
final class EvaluationJson {

  private EvaluationJson() {}

  /** An evaluation, its evidence with the ids of the decisions, its texts in one language. */
  static ObjectNode whole(Document document, String language) {
    ObjectNode json = Documents.json(document);
    json.at("/forbidden/evidence")
        .forEach(
            trip ->
                ((ObjectNode) trip)
                    .put("decision", DecisionIds.of(trip.path("position").asLong())));
    worded(json.path("reasons"), language);
    worded(json.path("remarks"), language);
    json.at("/forbidden/evidence").forEach(trip -> worded(trip.path("reasons"), language));
    return json;
  }

  private static void worded(JsonNode texts, String language) {
    for (JsonNode text : texts) {
      JsonNode said = text.path("en".equals(language) ? "en" : "zh");
      ((ObjectNode) text).put("message", said.asText());
    }
  }

  static void summary(ObjectNode json, Summary line, int rank) {
    json.put("rank", rank).put("id", line.id()).put("episode", line.episode());
    json.put("enterprise", line.enterprise()).put("name", line.name());
    json.put("division", line.division()).put("grade", line.grade());
    json.put("verdict", line.verdict());
    json.put("normalTrips", line.normalTrips()).put("alertTrips", line.alertTrips());
    json.put("reduction", line.reduction()).put("forbidden", line.forbidden());
    json.put("offlineHours", line.offlineHours());
    json.put("nox", line.nox()).put("pm", line.pm()).put("verified", line.verified());
    json.put("version", line.version()).put("at", line.at().toString());
  }

  static void run(ObjectNode json, Run run) {
    json.put("episode", run.episode()).put("state", run.state());
    json.put("total", run.total()).put("done", run.done());
    ArrayNode failed = json.putArray("failed");
    run.failed().forEach(failed::add);
    json.put("started", run.started().toString());
    json.put("finished", run.finished() == null ? null : run.finished().toString());
    json.put("actor", run.actor());
  }
}
