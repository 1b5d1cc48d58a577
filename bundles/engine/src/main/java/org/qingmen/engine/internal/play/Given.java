package org.qingmen.engine.internal.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * Stored facts in the form in which cases give them. Plates, VINs and engine numbers are left out:
 * a pack travels, and no vehicle of anybody travels with it.
 */
final class Given {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final List<String> VEHICLE =
      List.of(
          "type", "trailer", "registered", "fuel", "stage", "usage", "ratedTonnes", "disclosure");

  private static final List<String> TRAFFIC =
      List.of("entryWithin7Days", "weighedTonnes", "heavyAdmittedToday", "insideSeconds");

  private static final List<String> CONTROL =
      List.of(
          "title",
          "alert",
          "stopRoadTransport",
          "minimumStageDiesel",
          "minimumStageGas",
          "minimumStageGasoline",
          "vehicleClasses",
          "cap",
          "nrmmMinimumStage",
          "exemptUsages",
          "unknownStage");

  private Given() {}

  /** Facts of a passage. */
  static JsonNode passage(JsonNode facts) {
    ObjectNode given = JSON.objectNode();
    JsonNode record = facts.path("passage");
    copy(facts.path("enterprise"), "division", given, "division");
    copy(record, "direction", given, "direction");
    copy(record, "time", given, "time");
    copy(facts, "received", given, "received");
    if (record.path("plate").path("number").isNull()) {
      given.putNull("plate");
    }
    copy(record.path("plate"), "colour", given, "colour");
    VEHICLE.forEach(name -> copy(record.path("vehicle"), name, given, name));
    copy(record.path("cargo"), "name", given, "cargo");
    copy(record.path("cargo"), "tonnes", given, "tonnes");
    copy(record, "barrierRaised", given, "barrierRaised");
    copy(record, "offline", given, "offline");
    given.put("pictures", record.path("images").size());
    each(facts, "listed", List.of("reason", "source", "matchedBy"), given);
    each(facts, "controls", CONTROL, given);
    ObjectNode known = picked(facts.path("known"), List.of("stage", "fuel", "registered"));
    if (!known.isEmpty()) {
      given.set("known", known);
    }
    ObjectNode traffic = picked(facts.path("traffic"), TRAFFIC);
    if (!traffic.isEmpty()) {
      given.set("traffic", traffic);
    }
    return given;
  }

  /** Facts of a grade. */
  static JsonNode grade(JsonNode facts) {
    ObjectNode given = JSON.objectNode();
    copy(facts, "industry", given, "industry");
    copy(facts, "branch", given, "branch");
    copy(facts.path("enterprise"), "division", given, "division");
    copy(facts, "from", given, "from");
    copy(facts, "to", given, "to");
    ArrayNode trips = given.putArray("trips");
    for (JsonNode one : facts.path("trips")) {
      ObjectNode group =
          picked(one, List.of("stage", "fuel", "newEnergy", "usage", "trailer", "cargo"));
      copy(one, "vehicleType", group, "type");
      copy(one, "trips", group, "count");
      copy(one, "tonnes", group, "tonnes");
      trips.add(group);
    }
    ObjectNode clean = given.putObject("clean");
    for (JsonNode mass : facts.path("masses")) {
      String mode = mass.path("mode").asText();
      clean.put(mode, clean.path(mode).asDouble() + mass.path("tonnes").asDouble());
    }
    copy(facts, "roadTonnes", given, "road");
    for (JsonNode one : facts.path("units")) {
      String where = one.path("kind").asText().equals("in-plant") ? "inPlant" : "nrmm";
      ObjectNode group = picked(one, List.of("stage", "fuel", "newEnergy"));
      copy(one, "units", group, "count");
      given.withArray("/" + where).add(group);
    }
    for (JsonNode plan : facts.path("spurPlans")) {
      given.withArray("/spurPlans").add(picked(plan, List.of("planned", "share", "from", "until")));
    }
    ObjectNode ledger = given.putObject("ledger");
    copy(facts.path("ledgers"), "gatePassages", ledger, "gatePassages");
    copy(facts.path("ledgers"), "overdueLedgers", ledger, "overdue");
    copy(facts.path("ledgers"), "acceptance", ledger, "acceptance");
    return given;
  }

  /** What was judged. */
  static JsonNode matter(JsonNode document) {
    ObjectNode given = JSON.objectNode();
    copy(document, "parameterDate", given, "day");
    copy(document, "division", given, "division");
    ArrayNode facts = given.putArray("facts");
    for (JsonNode one : document.path("facts")) {
      ObjectNode fact = facts.addObject().put("kind", one.path("kind").asText());
      one.path("values").properties().stream()
          .filter(Given::namesNobody)
          .forEach(value -> fact.set(value.getKey(), value.getValue()));
    }
    return given;
  }

  private static boolean namesNobody(Map.Entry<String, JsonNode> value) {
    return !value.getKey().toLowerCase(java.util.Locale.ROOT).matches(".*(plate|vin|engine).*");
  }

  private static void each(JsonNode facts, String name, List<String> members, ObjectNode given) {
    if (!facts.path(name).isEmpty()) {
      ArrayNode array = given.putArray(name);
      facts.path(name).forEach(one -> array.add(picked(one, members)));
    }
  }

  private static ObjectNode picked(JsonNode from, List<String> names) {
    ObjectNode picked = JSON.objectNode();
    names.forEach(name -> copy(from, name, picked, name));
    return picked;
  }

  private static void copy(JsonNode from, String name, ObjectNode to, String as) {
    if (from.hasNonNull(name)) {
      to.set(as, from.get(name));
    }
  }
}
