package org.qingmen.api.internal.stages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingmen.api.internal.door.Json;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.Determination.Basis;

/** Determinations as JSON in the reader's language. */
final class StageAnswers {

  private StageAnswers() {}

  static ObjectNode json(Determination answer, Locale locale) {
    ObjectNode json = Json.object();
    json.put("stage", answer.stage().code()).put("suspicious", answer.suspicious());
    json.put("verified", answer.verified());
    ArrayNode basis = json.putArray("basis");
    for (Basis one : answer.basis()) {
      ObjectNode item = basis.addObject();
      item.put("kind", one.kind()).put("text", one.text().in(locale));
      item.put("asOf", one.asOf()).put("stage", one.stage().code()).put("clause", one.clause());
    }
    ArrayNode findings = json.putArray("findings");
    for (Finding finding : answer.findings()) {
      ObjectNode item = findings.addObject();
      item.put("code", finding.code()).put("severity", finding.severity().code());
      item.put("field", finding.field()).put("message", finding.message().in(locale));
    }
    return json;
  }

  static ObjectNode wrong(List<Refusal.Fault> faults, Locale locale) {
    ObjectNode json = Json.object();
    ArrayNode errors = json.putArray("errors");
    for (Refusal.Fault fault : faults) {
      ObjectNode item = errors.addObject();
      item.put("code", fault.code()).put("pointer", fault.pointer());
      item.put("message", fault.message().in(locale));
    }
    return json;
  }

  /** The members of a question as text; what is null does not count. */
  static Map<String, String> values(JsonNode question) {
    Map<String, String> values = new LinkedHashMap<>();
    question
        .properties()
        .forEach(
            member -> {
              if (!member.getValue().isNull()) {
                values.put(member.getKey(), member.getValue().asText());
              }
            });
    return values;
  }
}
