package org.qingmen.engine.internal.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingmen.engine.internal.pack.CaseText;
import org.qingmen.model.EmissionStage;

/**
 * Made-up facts near the cases of a pack: each value of a case replaced by the others that the pack
 * knows of, by those beside a threshold, and by none.
 */
final class Scenarios {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /**
   * One line of scenarios that differ in one value only.
   *
   * @param what the value that differs
   * @param values the values in their order, numbers ascending
   * @param givens what is given with each
   */
  record Line(String what, List<JsonNode> values, List<JsonNode> givens) {}

  private final Map<String, Set<JsonNode>> known = new LinkedHashMap<>();
  private final List<CaseText> cases;

  Scenarios(List<CaseText> cases, Thresholds thresholds) {
    this.cases = cases;
    cases.forEach(one -> harvest(one.given(), ""));
    thresholds
        .byValue()
        .forEach(
            (name, values) ->
                known.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(values));
  }

  /** Lines through the cases, at most so many scenarios. */
  List<Line> lines(int most) {
    List<Line> lines = new ArrayList<>();
    int made = 0;
    for (CaseText seed : cases) {
      List<String> pointers = new ArrayList<>();
      leaves(seed.given(), "", pointers);
      for (String pointer : pointers) {
        Line line = line(seed.given(), pointer);
        made += line.givens().size();
        if (made > most) {
          return lines;
        }
        if (line.givens().size() > 1) {
          lines.add(line);
        }
      }
    }
    return lines;
  }

  private Line line(JsonNode seed, String pointer) {
    JsonNode now = seed.at(pointer);
    Set<JsonNode> values = new LinkedHashSet<>(known.getOrDefault(key(seed, pointer), Set.of()));
    values.removeIf(value -> value.getNodeType() != now.getNodeType());
    values.add(now);
    List<JsonNode> sorted = new ArrayList<>(values);
    if (now.isNumber()) {
      sorted.sort((one, other) -> Double.compare(one.asDouble(), other.asDouble()));
    }
    List<JsonNode> givens = sorted.stream().map(value -> with(seed, pointer, value)).toList();
    return new Line(pointer.substring(pointer.lastIndexOf('/') + 1), sorted, givens);
  }

  private static JsonNode with(JsonNode seed, String pointer, JsonNode value) {
    JsonNode copy = seed.deepCopy();
    int cut = pointer.lastIndexOf('/');
    JsonNode parent = copy.at(pointer.substring(0, cut));
    String name = pointer.substring(cut + 1);
    if (parent instanceof ObjectNode object) {
      object.set(name, value);
    } else if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(name), value);
    }
    return copy;
  }

  private void harvest(JsonNode seed, String nothing) {
    List<String> pointers = new ArrayList<>();
    leaves(seed, nothing, pointers);
    for (String pointer : pointers) {
      JsonNode value = seed.at(pointer);
      Set<JsonNode> values =
          known.computeIfAbsent(key(seed, pointer), key -> new LinkedHashSet<>());
      values.add(value);
      if (value.isIntegralNumber()) {
        values.add(JSON.numberNode(value.asLong() + 1));
        values.add(JSON.numberNode(Math.max(0, value.asLong() - 1)));
      }
      if (pointer.endsWith("/stage")) {
        for (EmissionStage stage : EmissionStage.values()) {
          values.add(JSON.textNode(stage.code()));
        }
      }
    }
  }

  /** Values of the same name in facts of the same kind belong together. */
  private static String key(JsonNode seed, String pointer) {
    String parent = pointer.substring(0, pointer.lastIndexOf('/'));
    String kind = seed.at(parent).path("kind").asText("");
    String name = pointer.substring(pointer.lastIndexOf('/'));
    return kind.isEmpty() ? pointer.replaceAll("/\\d+(?=/|$)", "/*") : kind + name;
  }

  private static void leaves(JsonNode node, String pointer, List<String> to) {
    if (node.isObject()) {
      node.properties()
          .forEach(one -> leaves(one.getValue(), pointer + "/" + escaped(one.getKey()), to));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        leaves(node.get(i), pointer + "/" + i, to);
      }
    } else if (!pointer.endsWith("/kind")) {
      to.add(pointer);
    }
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
