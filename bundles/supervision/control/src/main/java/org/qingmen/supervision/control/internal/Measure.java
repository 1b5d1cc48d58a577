package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.qingmen.model.AlertLevel;

/**
 * What enterprises of some industries and grades must do during an alert.
 *
 * @param industries industry codes; {@code I*} is every key industry without a measure of its own
 * @param alerts codes of the levels it belongs to
 * @param verified whether the text it rests on was read
 * @param terms what it demands of transport, null when nothing is forced
 */
record Measure(
    String id,
    List<String> industries,
    List<String> grades,
    List<String> alerts,
    String title,
    boolean verified,
    ControlTerms terms) {

  static final String ANY_KEY_INDUSTRY = "I*";

  static Measure read(JsonNode measure) {
    JsonNode control = measure.path("control");
    return new Measure(
        measure.path("id").asText(),
        Json.texts(measure, "industries"),
        Json.texts(measure, "grades"),
        Json.texts(measure, "alerts"),
        measure.path("title").asText(),
        measure.path("verified").asBoolean(),
        control.isObject() ? ControlTerms.read(control) : null);
  }

  boolean fits(String industry, String grade, AlertLevel level) {
    return industries.contains(industry) && grades.contains(grade) && alerts.contains(level.code());
  }

  /** Title for people; what was not verified says so wherever it is shown. */
  String shownTitle() {
    return verified ? title : title + "（未核实）";
  }
}
