package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.spi.facts.Stages;
import org.qingmen.store.Document;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;

/**
 * In-plant vehicles and machines as registered when it is evaluated, because many are entered late.
 * No gate sees them: what had to stop is written down so that somebody looks.
 *
 * @param inPlant registered in-plant vehicles
 * @param machines registered machines
 * @param toStop codes of machines below the stage demanded
 */
record Units(int inPlant, int machines, List<String> toStop) {

  static Units of(Registry registry, String enterprise, Instant at, int machineStage) {
    int inPlant = registry.listAsOf("in-plant-vehicle", enterprise, at).size();
    List<Document> machines = registry.listAsOf("machine", enterprise, at);
    List<String> toStop = new ArrayList<>();
    for (Document machine : machines) {
      int stage = Stages.rank(StoredJson.read(machine.body()).path("stage").asText("X"));
      if (stage < machineStage) {
        toStop.add(machine.id().substring(machine.id().indexOf('/') + 1));
      }
    }
    return new Units(inPlant, machines.size(), List.copyOf(toStop));
  }

  ObjectNode json(int machineStage) {
    ObjectNode json = StoredJson.object().put("inPlantVehicles", inPlant).put("machines", machines);
    json.put("machineStage", machineStage < 0 ? null : String.valueOf(machineStage));
    ArrayNode codes = json.putArray("machinesToStop");
    toStop.forEach(codes::add);
    return json;
  }
}
