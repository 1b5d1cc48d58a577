package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.spi.facts.Control;
import org.qingmen.store.StoredJson;

/**
 * What a policy or measure demands.
 *
 * @param minimumStageDiesel lowest stage admitted, -1 for none; likewise for the other fuels
 * @param capShare most heavy vehicles a day as a share of the baseline, null for no cap
 * @param capBefore first day that the baseline leaves out, null for the beginning of the control
 * @param nrmmMinimumStage lowest stage at which machines may work, -1 for none
 * @param exemptLivelihood whether it spares enterprises on which daily life depends
 */
record ControlTerms(
    boolean stopRoadTransport,
    int minimumStageDiesel,
    int minimumStageGas,
    int minimumStageGasoline,
    String vehicleClasses,
    List<String> exemptUsages,
    List<String> exemptPlates,
    String unknownStage,
    Double capShare,
    LocalDate capBefore,
    int nrmmMinimumStage,
    boolean exemptLivelihood) {

  static ControlTerms read(JsonNode control) {
    JsonNode stages = control.path("minimumStage");
    JsonNode cap = control.path("cap");
    return new ControlTerms(
        control.path("stopRoadTransport").asBoolean(),
        rank(StoredJson.text(stages, "diesel")),
        rank(StoredJson.text(stages, "gas")),
        rank(StoredJson.text(stages, "gasoline")),
        classes(control.path("vehicleClasses")),
        StoredJson.texts(control, "exemptUsages"),
        StoredJson.texts(control, "exemptPlates"),
        control.path("unknownStage").asText("deny"),
        cap.path("share").isNumber() ? cap.path("share").asDouble() : null,
        StoredJson.text(cap, "before") == null
            ? null
            : LocalDate.parse(StoredJson.text(cap, "before")),
        rank(StoredJson.text(control, "nrmmMinimumStage")),
        control.path("exemptLivelihood").asBoolean());
  }

  /**
   * As the rules of a gate see it.
   *
   * @param cap the cap in vehicles, -1 when it is not known; null without one
   */
  Control control(String id, String title, String alert, Integer cap) {
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
        unknownStage,
        cap,
        nrmmMinimumStage);
  }

  /** Rank of a stage, -1 for none. */
  static int rank(String stage) {
    return Coded.of(EmissionStage.class, stage).map(EmissionStage::rank).orElse(-1);
  }

  private static String classes(JsonNode classes) {
    if (classes.isArray()) {
      StringBuilder all = new StringBuilder();
      classes.forEach(one -> all.append(all.isEmpty() ? "" : ",").append(one.asText()));
      return all.toString();
    }
    return classes.asText("heavy");
  }
}
