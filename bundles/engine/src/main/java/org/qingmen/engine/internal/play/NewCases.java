package org.qingmen.engine.internal.play;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.SortedMap;
import org.qingmen.engine.Playground.NewCase;
import org.qingmen.spi.pack.PackDescriptor.Kind;

/** Writes a case at the end of a pack's first file of cases. */
final class NewCases {

  private static final String OTHERWISE = "cases/cases.yaml";

  private NewCases() {}

  /** The file with the case. */
  static NewCase append(
      SortedMap<String, String> files, String sentence, JsonNode given, JsonNode expect) {
    String path =
        files.keySet().stream()
            .filter(one -> one.startsWith("cases/") && one.endsWith(".yaml"))
            .findFirst()
            .orElse(OTHERWISE);
    String before = files.getOrDefault(path, "");
    String gap = before.isEmpty() ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    // A JSON text is YAML, whatever its sentence holds.
    String text =
        "- case: %s\n  given: %s\n  expect: %s\n"
            .formatted(JsonNodeFactory.instance.textNode(sentence), given, expect);
    return new NewCase(path, before + gap + text);
  }

  /** What a decision says, in the form in which cases expect it. */
  static JsonNode expected(Kind kind, JsonNode decision) {
    ObjectNode expect = JsonNodeFactory.instance.objectNode();
    switch (kind) {
      case GATE, VERIFICATION -> {
        expect.set("verdict", decision.path("verdict"));
        codes(decision, "reasons", expect);
        codes(decision, "findings", expect);
      }
      case GRADING -> {
        expect.set("grade", decision.path("result").path("grade"));
        expect.set("complete", decision.path("result").path("complete"));
      }
      default -> {
        codes(decision, "findings", expect);
        ObjectNode conclusions = expect.putObject("conclusions");
        for (JsonNode one : decision.path("conclusions")) {
          conclusions.set(one.path("name").asText(), one.path("value"));
        }
      }
    }
    return expect;
  }

  private static void codes(JsonNode decision, String name, ObjectNode expect) {
    var codes = expect.putArray(name);
    decision.path(name).forEach(one -> codes.add(one.path("code").asText()));
  }
}
