package org.qingmen.engine.internal.cases;

import static org.qingmen.engine.internal.json.Nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.qingmen.model.Coded;
import org.qingmen.model.Fuel;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.LedgerState;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.SpurPlan;
import org.qingmen.spi.facts.TripGroup;
import org.qingmen.spi.facts.UnitGroup;

/** Facts of a grade from what a case gives. */
final class GradingCase {

  private GradingCase() {}

  static GradingFacts facts(JsonNode given) {
    List<TripGroup> trips = groups(given.path("trips"), GradingCase::trips);
    List<UnitGroup> units = groups(given.path("inPlant"), json -> units("in-plant", json));
    units.addAll(groups(given.path("nrmm"), json -> units("nrmm", json)));
    List<MassGroup> masses = new ArrayList<>();
    given
        .path("clean")
        .properties()
        .forEach(
            mode ->
                masses.add(new MassGroup(mode.getKey(), null, "in", mode.getValue().asDouble())));
    String industry = text(given, "industry");
    return new GradingFacts(
        new Enterprise(
            "91130200700000001K001P",
            "示例企业",
            text(given, "division", "130200"),
            List.of(industry),
            null),
        industry,
        text(given, "branch"),
        LocalDate.parse(text(given, "from")),
        LocalDate.parse(text(given, "to")),
        trips,
        masses,
        given.path("road").asDouble(0),
        units,
        ledgers(given.path("ledger"), trips),
        spurPlans(given.path("spurPlans")));
  }

  private static List<SpurPlan> spurPlans(JsonNode json) {
    List<SpurPlan> plans = new ArrayList<>();
    for (JsonNode plan : json) {
      plans.add(
          new SpurPlan(
              text(plan, "number", "1"),
              LocalDate.parse(text(plan, "planned")),
              plan.path("share").asDouble(),
              LocalDate.parse(text(plan, "from")),
              LocalDate.parse(text(plan, "until"))));
    }
    return plans;
  }

  /**
   * Unless the case says otherwise there were as many passages as trips and no ledger is overdue.
   */
  private static LedgerState ledgers(JsonNode json, List<TripGroup> trips) {
    long passages = Math.max(1, trips.stream().mapToLong(TripGroup::trips).sum());
    return new LedgerState(
        json.path("gatePassages").asLong(passages),
        json.path("overdue").asInt(0),
        json.path("acceptance").asText(""));
  }

  /** A list of groups, or short: number by stage. */
  private static <T> List<T> groups(JsonNode json, Function<JsonNode, T> reader) {
    List<T> groups = new ArrayList<>();
    if (json.isObject()) {
      json.properties()
          .forEach(
              stage -> {
                ObjectNode group = JsonNodeFactory.instance.objectNode();
                group.put("stage", stage.getKey()).set("count", stage.getValue());
                groups.add(reader.apply(group));
              });
    } else {
      json.forEach(group -> groups.add(reader.apply(group)));
    }
    return groups;
  }

  private static TripGroup trips(JsonNode json) {
    return new TripGroup(
        text(json, "stage"),
        fuel(json),
        newEnergy(json),
        text(json, "usage", "freight"),
        text(json, "type", "Q11"),
        text(json, "trailer"),
        text(json, "cargo"),
        json.get("count").asLong(),
        json.path("tonnes").asDouble(0));
  }

  private static UnitGroup units(String kind, JsonNode json) {
    return new UnitGroup(
        kind, text(json, "stage"), fuel(json), newEnergy(json), json.get("count").asLong());
  }

  private static String fuel(JsonNode json) {
    return text(json, "fuel", "D".equals(text(json, "stage")) ? "electric" : "diesel");
  }

  private static boolean newEnergy(JsonNode json) {
    if (json.has("newEnergy")) {
      return json.get("newEnergy").asBoolean();
    }
    return Coded.of(Fuel.class, fuel(json)).map(Fuel::newEnergy).orElse(false);
  }
}
