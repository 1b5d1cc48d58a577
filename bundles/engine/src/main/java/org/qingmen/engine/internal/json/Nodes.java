package org.qingmen.engine.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Short words for reading JSON. */
public final class Nodes {

  private Nodes() {}

  /** A text, null when absent. */
  public static String text(JsonNode json, String name) {
    return json.hasNonNull(name) ? json.get(name).asText() : null;
  }

  /** A text, or what stands for it. */
  public static String text(JsonNode json, String name, String otherwise) {
    return json.hasNonNull(name) ? json.get(name).asText() : otherwise;
  }

  /** A number, null when absent. */
  public static Double number(JsonNode json, String name) {
    return json.hasNonNull(name) ? json.get(name).asDouble() : null;
  }

  /** A truth value, false when absent. */
  public static boolean flag(JsonNode json, String name) {
    return json.path(name).asBoolean(false);
  }

  /** A whole number, or what stands for it. */
  public static int whole(JsonNode json, String name, int otherwise) {
    return json.path(name).asInt(otherwise);
  }

  /** A list, empty when absent. */
  public static <T> List<T> list(JsonNode json, String name, Function<JsonNode, T> reader) {
    List<T> items = new ArrayList<>();
    json.path(name).forEach(item -> items.add(reader.apply(item)));
    return items;
  }
}
