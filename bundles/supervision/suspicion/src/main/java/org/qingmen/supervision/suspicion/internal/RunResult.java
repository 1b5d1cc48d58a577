package org.qingmen.supervision.suspicion.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qingmen.store.StoredJson;

/** What a verification run found: counts by code and enterprise, with a few examples each. */
final class RunResult {

  private static final int EXAMPLES = 5;
  private static final int MOST_GROUPS = 5000;

  private final Map<String, Group> groups = new TreeMap<>();
  private long records;
  private long changed;
  private long unreadable;
  private long opened;
  private long beyond;

  private static final class Group {
    private final String code;
    private final String enterprise;
    private final List<ObjectNode> examples = new ArrayList<>();
    private long fresh;
    private long gone;

    Group(String code, String enterprise) {
      this.code = code;
      this.enterprise = enterprise;
    }
  }

  synchronized void record() {
    records++;
  }

  synchronized void unreadable() {
    unreadable++;
  }

  synchronized void opened(int items) {
    opened += items;
  }

  synchronized void note(JsonNode stored, JsonNode again, Set<String> before, Set<String> after) {
    changed++;
    after.stream().filter(key -> !before.contains(key)).forEach(key -> count(again, key, true));
    before.stream().filter(key -> !after.contains(key)).forEach(key -> count(stored, key, false));
  }

  private void count(JsonNode document, String key, boolean fresh) {
    String code = key.substring(0, key.indexOf('|'));
    String enterprise = document.at("/facts/passage/enterprise").asText();
    String name = code + "|" + enterprise;
    if (!groups.containsKey(name) && groups.size() >= MOST_GROUPS) {
      beyond++;
      return;
    }
    Group group = groups.computeIfAbsent(name, none -> new Group(code, enterprise));
    if (fresh) {
      group.fresh++;
    } else {
      group.gone++;
    }
    if (group.examples.size() < EXAMPLES) {
      group.examples.add(example(document, code, fresh));
    }
  }

  private static ObjectNode example(JsonNode document, String code, boolean fresh) {
    ObjectNode example = StoredJson.object();
    example.put("receipt", document.path("receipt").asText());
    example.put("time", document.at("/facts/passage/time").asText());
    example.put("plate", document.at("/facts/passage/plate/number").asText(null));
    example.put("change", fresh ? "new" : "gone");
    for (JsonNode finding : document.path("findings")) {
      if (finding.path("code").asText().equals(code)) {
        example.put("severity", finding.path("severity").asText());
        example.put("zh", finding.path("zh").asText());
        example.put("en", finding.path("en").asText());
      }
    }
    return example;
  }

  synchronized ObjectNode json() {
    ObjectNode json = StoredJson.object();
    json.put("records", records).put("changed", changed).put("unreadable", unreadable);
    json.put("opened", opened).put("beyond", beyond);
    ArrayNode list = json.putArray("groups");
    for (Group group : groups.values()) {
      ObjectNode one = list.addObject();
      one.put("code", group.code).put("enterprise", group.enterprise);
      one.put("new", group.fresh).put("gone", group.gone);
      group.examples.forEach(one.putArray("examples")::add);
    }
    return json;
  }
}
