package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.InForce;
import org.qingmen.store.StoredJson;

/** What was demanded of an enterprise's transport during an alert. */
record Demands(List<Control> controls) {

  /** Everything that was in force at one of these moments, each once. */
  static Demands of(InForce inForce, Enterprise enterprise, List<Instant> moments) {
    Map<String, Control> controls = new LinkedHashMap<>();
    for (Instant moment : moments) {
      inForce.controls(enterprise, moment).forEach(control -> controls.put(control.id(), control));
    }
    return new Demands(List.copyOf(controls.values()));
  }

  /** Most heavy trips a day that were admitted: the lowest cap. */
  OptionalInt cap() {
    return controls.stream().filter(Control::isCapKnown).mapToInt(Control::cap).min();
  }

  /** Lowest stage at which a machine was allowed to work, -1 when nothing was demanded. */
  int machineStage() {
    return controls.stream().mapToInt(Control::getNrmmMinimumStage).max().orElse(-1);
  }

  ArrayNode json() {
    ArrayNode json = StoredJson.object().putArray("controls");
    for (Control control : controls) {
      ObjectNode one = json.addObject().put("id", control.id()).put("title", control.title());
      one.put("alert", control.alert()).put("stopRoadTransport", control.stopRoadTransport());
      ObjectNode stages = one.putObject("minimumStage");
      stage(stages, "diesel", control.minimumStageDiesel());
      stage(stages, "gas", control.minimumStageGas());
      stage(stages, "gasoline", control.minimumStageGasoline());
      one.put("vehicleClasses", control.vehicleClasses());
      if (control.isCapKnown()) {
        one.put("cap", control.cap());
      }
      if (control.getNrmmMinimumStage() >= 0) {
        one.put("machineStage", String.valueOf(control.getNrmmMinimumStage()));
      }
      texts(one.putArray("exemptUsages"), control.exemptUsages());
    }
    return json;
  }

  private static void stage(ObjectNode stages, String fuel, int stage) {
    if (stage >= 0) {
      stages.put(fuel, String.valueOf(stage));
    }
  }

  private static void texts(ArrayNode array, Collection<String> texts) {
    texts.forEach(array::add);
  }
}
