package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.response.Summary;

/** Reads the line of the ranking out of an evaluation. */
final class Summaries {

  private Summaries() {}

  static Summary read(Document document) {
    JsonNode body = StoredJson.read(document.body());
    return new Summary(
        document.id(),
        body.path("episode").asText(),
        body.path("enterprise").asText(),
        body.path("name").asText(),
        body.path("division").asText(),
        body.hasNonNull("declaredGrade") ? body.get("declaredGrade").asText() : null,
        body.path("verdict").asText(),
        body.at("/normal/trips").asDouble(),
        body.at("/alert/trips").asDouble(),
        number(body.path("reduction")),
        body.at("/forbidden/trips").asLong(),
        number(body.at("/offline/hours")),
        body.at("/emissions/nox").asDouble(),
        body.at("/emissions/pm").asDouble(),
        body.path("verified").asBoolean(),
        document.version(),
        document.at());
  }

  private static Double number(JsonNode node) {
    return node.isNumber() ? node.asDouble() : null;
  }
}
