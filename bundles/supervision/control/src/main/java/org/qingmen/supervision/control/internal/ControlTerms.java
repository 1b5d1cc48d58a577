package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.spi.facts.Control;

/**
 * What a policy or measure demands, as its {@code control} member says.
 *
 * @param minimumStageDiesel lowest stage admitted, -1 for none; likewise for the other fuels
 */
record ControlTerms(
    boolean stopRoadTransport,
    int minimumStageDiesel,
    int minimumStageGas,
    int minimumStageGasoline,
    String vehicleClasses,
    List<String> exemptUsages,
    List<String> exemptPlates,
    String unknownStage) {

  static ControlTerms read(JsonNode control) {
    JsonNode stages = control.path("minimumStage");
    return new ControlTerms(
        control.path("stopRoadTransport").asBoolean(),
        rank(stages, "diesel"),
        rank(stages, "gas"),
        rank(stages, "gasoline"),
        control.path("vehicleClasses").asText("heavy"),
        Json.texts(control, "exemptUsages"),
        Json.texts(control, "exemptPlates"),
        control.path("unknownStage").asText("deny"));
  }

  Control control(String id, String title, String alert) {
    return new Control(
        id,
        title,
        alert,
        stopRoadTransport,
        minimumStageDiesel,
        minimumStageGas,
        minimumStageGasoline,
        vehicleClasses,
        exemptUsages,
        exemptPlates,
        unknownStage);
  }

  private static int rank(JsonNode stages, String fuel) {
    return Coded.of(EmissionStage.class, Json.text(stages, fuel))
        .map(EmissionStage::rank)
        .orElse(-1);
  }
}
