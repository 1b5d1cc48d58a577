package org.qingmen.grading.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.spi.facts.UnitGroup;
import org.qingmen.store.Document;
import org.qingmen.store.Registry;

/**
 * In-plant vehicles and machines of an enterprise at the end of a period. A unit counts as it was
 * then. One that was entered into the registry only afterwards counts as entered, unless its own
 * date of registration or production lies after the period: a list handed in late must not make a
 * works look as if it had no vehicles.
 */
final class Units {

  private static final Instant NOW = Instant.ofEpochMilli(Long.MAX_VALUE);
  private static final Map<String, String> KINDS =
      Map.of("in-plant-vehicle", "in-plant", "machine", "nrmm");

  private final Registry registry;
  private final String enterprise;

  Units(Registry registry, String enterprise) {
    this.registry = registry;
    this.enterprise = enterprise;
  }

  /**
   * Groups at an instant.
   *
   * @param end end of the period
   * @param asOf what was entered later is not known; null knows everything
   */
  List<UnitGroup> at(Instant end, Instant asOf) {
    Map<UnitGroup, Long> counts = new HashMap<>();
    for (String kind : List.of("in-plant-vehicle", "machine")) {
      for (Document unit : present(kind, end, asOf)) {
        counts.merge(group(KINDS.get(kind), Json.read(unit)), 1L, Long::sum);
      }
    }
    List<UnitGroup> groups = new ArrayList<>();
    counts.forEach(
        (g, count) ->
            groups.add(new UnitGroup(g.kind(), g.stage(), g.fuel(), g.newEnergy(), count)));
    groups.sort(
        Comparator.comparing(UnitGroup::kind)
            .thenComparing(UnitGroup::stage)
            .thenComparing(UnitGroup::fuel)
            .thenComparing(UnitGroup::newEnergy));
    return groups;
  }

  private Iterable<Document> present(String kind, Instant end, Instant asOf) {
    Map<String, Document> units = new LinkedHashMap<>();
    for (Document unit : registry.listAsOf(kind, enterprise, end)) {
      units.put(unit.id(), unit);
    }
    LocalDate lastDay = ChinaTime.day(end);
    for (Document unit : registry.listAsOf(kind, enterprise, asOf == null ? NOW : asOf)) {
      if (!units.containsKey(unit.id()) && enteredLater(unit, end) && existed(unit, lastDay)) {
        units.put(unit.id(), unit);
      }
    }
    return units.values();
  }

  /** Entered after the period, and not one that was taken off before its end. */
  private boolean enteredLater(Document unit, Instant end) {
    return unit.version() == 1
        || registry.history(unit.kind(), unit.id()).stream().allMatch(v -> v.at().isAfter(end));
  }

  private static boolean existed(Document unit, LocalDate lastDay) {
    JsonNode body = Json.read(unit);
    String date = Json.text(body, "registered");
    date = date == null ? Json.text(body, "produced") : date;
    return date == null || !LocalDate.parse(date).isAfter(lastDay);
  }

  private static UnitGroup group(String kind, JsonNode body) {
    EmissionStage stage =
        Coded.of(EmissionStage.class, Json.text(body, "stage")).orElse(EmissionStage.NONE);
    Fuel fuel = Coded.of(Fuel.class, Json.text(body, "fuel")).orElse(Fuel.UNKNOWN);
    boolean newEnergy = fuel.newEnergy() || stage == EmissionStage.ELECTRIC;
    return new UnitGroup(kind, stage.code(), fuel.code(), newEnergy, 0);
  }
}
