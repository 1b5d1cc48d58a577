package org.qingmen.api.internal.suspicion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.qingmen.api.internal.door.Json;
import org.qingmen.intake.DecisionIds;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionStore.Concerned;
import org.qingmen.store.SuspicionStore.Step;

/** Suspicious information as JSON, in the reader's language. */
final class SuspicionJson {

  private static final List<String> SHOWN =
      List.of("field", "plate", "barrier", "time", "direction", "evidence", "rule");

  private final Enterprises enterprises;

  SuspicionJson(Enterprises enterprises) {
    this.enterprises = enterprises;
  }

  void write(ObjectNode json, Suspicion item, Locale locale) {
    json.put("id", item.id()).put("enterprise", item.enterprise());
    json.put(
        "enterpriseName", enterprises.find(item.enterprise()).map(Enterprise::name).orElse(null));
    json.put("division", item.division()).put("code", item.code());
    json.put("severity", item.severity()).put("state", item.state());
    json.put("overdue", item.overdue()).put("opened", item.opened().toString());
    json.put("deadline", item.deadline().toString()).put("receipt", item.receipt());
    json.put("records", item.records()).put("latest", item.latest().toString());
    json.put("reply", item.reply());
    JsonNode body = Json.stored(item.body());
    boolean chinese = Locale.CHINESE.getLanguage().equals(locale.getLanguage());
    json.put("message", body.path(chinese ? "zh" : "en").asText());
    SHOWN.forEach(name -> json.set(name, body.get(name)));
  }

  ObjectNode one(Suspicion item, Locale locale) {
    ObjectNode json = Json.object();
    write(json, item, locale);
    return json;
  }

  /** The item with its records, its steps, and the judgement that made it one. */
  ObjectNode whole(Suspicion item, List<Step> steps, List<Concerned> records, Locale locale) {
    ObjectNode json = one(item, locale);
    steps(json.putArray("steps"), steps);
    ArrayNode concerned = json.putArray("concerned");
    for (Concerned record : records) {
      concerned
          .addObject()
          .put("receipt", record.receipt())
          .put("decision", DecisionIds.of(record.position()))
          .put("time", record.passed().toString());
    }
    JsonNode judgement = Json.stored(item.body()).path("judgement");
    json.set("judgement", judgement.isTextual() ? Json.stored(judgement.textValue()) : null);
    return json;
  }

  static void steps(ArrayNode list, List<Step> steps) {
    for (Step step : steps) {
      ObjectNode one = list.addObject();
      one.put("number", step.number()).put("at", step.at().toString());
      one.put("actor", step.actor()).put("action", step.action());
      one.set("body", Json.stored(step.body()));
    }
  }
}
