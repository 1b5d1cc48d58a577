package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;

/** The local catalogue of emission stages: made-up approvals of the demonstration's models. */
final class StagePart {

  private static final String KIND = "stage-catalogue";
  private static final String SOURCE = "演示用型式核准目录（虚构）";

  /** When the demonstration's models were approved for a stage. */
  private static final Map<String, String> APPROVED =
      Map.of(
          "3", "2008-03-01",
          "4", "2012-11-01",
          "5", "2016-06-01",
          "6", "2019-09-01",
          "D", "2020-01-01");

  private final ObjectMapper json = new ObjectMapper();

  void load(Registry registry, String actor, List<List<Truck>> trucks) {
    Map<String, String> models = new TreeMap<>();
    trucks.forEach(
        fleet -> fleet.forEach(truck -> models.putIfAbsent(truck.model(), truck.stage())));
    List<Draft> drafts = new ArrayList<>();
    models.forEach(
        (model, stage) -> {
          String day = APPROVED.get(stage);
          if (model != null && day != null) {
            drafts.add(entry("model", model, stage, day));
          }
        });
    Truck first = trucks.get(0).get(0);
    drafts.add(entry("query", first.vin(), first.stage(), "2026-06-01"));
    drafts.add(entry("disclosure", "CNFJG300QLZZ30E01A000001", "3", "2017-05-01"));
    registry.putAll(drafts, actor);
  }

  private Draft entry(String kind, String key, String stage, String day) {
    ObjectNode body = json.createObjectNode();
    body.put("kind", kind).put("key", key);
    ArrayNode entries = body.putArray("entries");
    entries.addObject().put("stage", stage).put("date", day).put("source", SOURCE);
    return new Draft(KIND, kind + ":" + key, null, null, body.toString());
  }
}
