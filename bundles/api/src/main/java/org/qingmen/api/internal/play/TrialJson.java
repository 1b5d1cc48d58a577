package org.qingmen.api.internal.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.packs.CoverageJson;
import org.qingmen.engine.CaseExplanation;
import org.qingmen.engine.Playground.Answer;
import org.qingmen.engine.Playground.Side;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.Parameter;

/** Answers of the playground as JSON. */
final class TrialJson {

  private TrialJson() {}

  static JsonNode answer(Answer answer, Locale locale) {
    ObjectNode json = Json.object();
    problems(json.putArray("problems"), answer.problems(), locale);
    side(json, "candidate", answer.candidate(), locale);
    side(json, "active", answer.active(), locale);
    ArrayNode differences = json.putArray("differences");
    answer
        .differences()
        .forEach(
            one ->
                differences
                    .addObject()
                    .put("pointer", one.pointer())
                    .put("active", one.stored())
                    .put("candidate", one.replayed()));
    if (answer.coverage() == null) {
      json.putNull("coverage");
    } else {
      CoverageJson.write(json.putObject("coverage"), answer.coverage());
    }
    return json;
  }

  private static void side(ObjectNode json, String name, Side side, Locale locale) {
    if (side == null) {
      json.putNull(name);
      return;
    }
    ObjectNode one = json.putObject(name);
    one.put("id", side.pack().id()).put("version", side.pack().version());
    one.put("hash", side.pack().hash());
    problems(one.putArray("problems"), side.problems(), locale);
    one.set("decision", side.decision() == null ? null : Json.stored(side.decision()));
    if (side.explanation() == null) {
      one.putNull("explanation");
    } else {
      explanation(one.putObject("explanation"), side.explanation(), locale);
    }
  }

  private static void explanation(ObjectNode json, CaseExplanation one, Locale locale) {
    ArrayNode fired = json.putArray("fired");
    one.fired()
        .forEach(
            rule ->
                fired
                    .addObject()
                    .put("rule", rule.name())
                    .put("code", rule.code())
                    .put("clause", rule.clause())
                    .put("message", rule.message().in(locale))
                    .put("pack", rule.pack())
                    .put("file", rule.file())
                    .put("line", rule.line()));
    ArrayNode silent = json.putArray("silent");
    one.silent()
        .forEach(
            rule ->
                silent
                    .addObject()
                    .put("rule", rule.rule())
                    .put("code", rule.code())
                    .put("file", rule.file())
                    .put("line", rule.line())
                    .put("missing", rule.missing())
                    .put("condition", rule.condition()));
    ArrayNode parameters = json.putArray("parameters");
    one.parameters().forEach(parameter -> parameter(parameters.addObject(), parameter));
  }

  private static void parameter(ObjectNode json, Parameter parameter) {
    json.put("name", parameter.name()).put("grade", parameter.grade());
    json.put("operator", parameter.operator()).putPOJO("value", parameter.value());
    json.put("from", parameter.from().toString()).put("clause", parameter.clause());
    json.put("source", parameter.source()).put("verified", parameter.verified());
  }

  private static void problems(ArrayNode array, List<PackProblem> problems, Locale locale) {
    problems.forEach(
        one ->
            array
                .addObject()
                .put("file", one.file())
                .put("line", one.line())
                .put("code", one.code())
                .put("message", one.message().in(locale)));
  }
}
