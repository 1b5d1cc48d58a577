package org.qingmen.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.qingmen.engine.PackDifference.Kind;
import org.qingmen.spi.pack.Parameter;

/** The difference of two packs as the JSON of API and command line. */
public final class PackDifferenceJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private PackDifferenceJson() {}

  /** As JSON text. */
  public static String write(PackRef before, PackRef after, PackDifference difference) {
    ObjectNode json = JSON.createObjectNode();
    pack(json.putObject("before"), before);
    pack(json.putObject("after"), after);
    ArrayNode members = json.putArray("descriptor");
    for (PackDifference.Member one : difference.descriptor()) {
      members
          .addObject()
          .put("name", one.name())
          .put("before", one.before())
          .put("after", one.after());
    }
    difference.rules().forEach(rule -> rule(json.withArray("rules").addObject(), rule));
    json.withArray("rules");
    ArrayNode parameters = json.putArray("parameters");
    for (PackDifference.ParameterChange one : difference.parameters()) {
      ObjectNode change = parameters.addObject().put("kind", kind(one.kind()));
      change.put("name", one.name());
      parameter(change, "before", one.before());
      parameter(change, "after", one.after());
    }
    ArrayNode cases = json.putArray("cases");
    for (PackDifference.CaseChange one : difference.cases()) {
      ObjectNode change = cases.addObject().put("kind", kind(one.kind()));
      change.put("case", one.sentence()).put("before", one.before()).put("after", one.after());
    }
    return json.toString();
  }

  private static void pack(ObjectNode json, PackRef pack) {
    json.put("id", pack.id()).put("version", pack.version()).put("hash", pack.hash());
  }

  private static void rule(ObjectNode json, PackDifference.RuleChange rule) {
    json.put("kind", kind(rule.kind())).put("rule", rule.rule()).put("code", rule.code());
    json.put("clause", rule.clause()).put("file", rule.file()).put("line", rule.line());
    ArrayNode text = json.putArray("text");
    rule.text()
        .forEach(line -> text.addObject().put("kind", kind(line.kind())).put("text", line.text()));
  }

  private static void parameter(ObjectNode json, String name, Parameter parameter) {
    if (parameter == null) {
      json.putNull(name);
      return;
    }
    ObjectNode one = json.putObject(name);
    one.put("grade", parameter.grade()).put("operator", parameter.operator());
    one.set("value", JSON.valueToTree(parameter.value()));
    one.put("from", parameter.from().toString());
    one.put("to", parameter.to() == null ? null : parameter.to().toString());
    one.put("clause", parameter.clause()).put("source", parameter.source());
    one.put("verified", parameter.verified());
  }

  private static String kind(Kind kind) {
    return kind == null ? "same" : kind.name().toLowerCase(Locale.ROOT);
  }
}
