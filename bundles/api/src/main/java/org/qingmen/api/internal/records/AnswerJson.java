package org.qingmen.api.internal.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.qingmen.spi.intake.PassageAnswer;

/** The contract's form of answers about records. */
final class AnswerJson {

  private AnswerJson() {}

  static void write(ObjectNode json, PassageAnswer answer, Locale locale) {
    json.put("serial", answer.serial());
    json.put("status", answer.status().name().toLowerCase(Locale.ROOT));
    json.put("receipt", answer.receipt());
    if (answer.decision() != null) {
      ObjectNode decision = json.putObject("decision");
      decision.put("id", answer.decision());
      decision.put("verdict", answer.verdict() == null ? null : answer.verdict().code());
      reasons(decision.putArray("reasons"), answer.reasons(), locale);
    }
    ArrayNode findings = json.putArray("findings");
    answer
        .findings()
        .forEach(
            finding ->
                findings
                    .addObject()
                    .put("code", finding.code())
                    .put("severity", finding.severity().code())
                    .put("field", finding.field())
                    .put("message", finding.message().in(locale)));
    faults(json.putArray("errors"), answer.errors(), locale);
  }

  static void reasons(ArrayNode array, List<PassageAnswer.Reason> reasons, Locale locale) {
    reasons.forEach(
        reason ->
            array
                .addObject()
                .put("code", reason.code())
                .put("clause", reason.clause())
                .put("message", reason.message().in(locale))
                .put("rule", reason.rule()));
  }

  static void faults(ArrayNode array, List<PassageAnswer.Fault> faults, Locale locale) {
    faults.forEach(
        fault ->
            array
                .addObject()
                .put("code", fault.code())
                .put("pointer", fault.pointer())
                .put("message", fault.message().in(locale)));
  }
}
