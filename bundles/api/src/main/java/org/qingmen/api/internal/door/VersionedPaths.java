package org.qingmen.api.internal.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths that stand for a document with a version: {@code x-version-of} names its kind and id. What
 * each of their operations takes and answers for it is written into the document here, once.
 */
final class VersionedPaths {

  private static final String EXTENSION = "x-version-of";
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z]+)}");
  private static final Map<String, String> DEMANDS =
      Map.of(
          "If-Match", "Only if the entry is still at this version: its ETag, a list of them, or *",
          "If-None-Match", "With *: only if there is no such entry yet");

  /** The document that a path stands for. */
  record Subject(String kind, String id) {}

  /** A path template that stands for documents of a kind. */
  record Versioned(String template, Pattern path, List<String> names, String kind, String id) {

    /** The document that a path stands for, when it fits the template. */
    Optional<Subject> subject(String asked) {
      Matcher matcher = path.matcher(asked);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      String named = id;
      for (int i = 0; i < names.size(); i++) {
        named = named.replace("{" + names.get(i) + "}", matcher.group(i + 1));
      }
      return Optional.of(new Subject(kind, named));
    }
  }

  private VersionedPaths() {}

  static List<Versioned> of(JsonNode paths) {
    List<Versioned> found = new ArrayList<>();
    paths
        .properties()
        .forEach(
            path -> {
              JsonNode named = path.getValue().path(EXTENSION);
              if (named.isObject()) {
                found.add(versioned(path.getKey(), named));
              }
            });
    return found;
  }

  private static Versioned versioned(String path, JsonNode named) {
    List<String> names = NAME.matcher(path).results().map(name -> name.group(1)).toList();
    Pattern pattern = Pattern.compile(NAME.matcher(path).replaceAll("([^/]+)"));
    return new Versioned(
        path, pattern, names, named.path("kind").asText(), named.path("id").asText());
  }

  static void describe(ObjectNode paths) {
    paths.forEach(
        path -> {
          if (path.has(EXTENSION)) {
            answersTag(path.path("get"));
            answersTag(path.path("put"));
            takes(path.path("put"), "If-Match", "If-None-Match");
            takes(path.path("delete"), "If-Match");
          }
        });
  }

  private static void answersTag(JsonNode operation) {
    if (operation.path("responses").path("200") instanceof ObjectNode done) {
      ObjectNode tag = done.withObject("/headers/ETag");
      tag.put("description", "The version, for If-Match").putObject("schema").put("type", "string");
    }
  }

  private static void takes(JsonNode operation, String... headers) {
    if (!(operation instanceof ObjectNode described)) {
      return;
    }
    for (String header : headers) {
      ObjectNode parameter = new ObjectMapper().createObjectNode();
      parameter.put("name", header).put("in", "header").put("required", false);
      parameter.put("description", DEMANDS.get(header)).putObject("schema").put("type", "string");
      described.withArray("/parameters").add(parameter);
    }
    for (String status : List.of("400", "412")) {
      ObjectNode responses = described.withObject("/responses");
      responses.putObject(status).put("$ref", "#/components/responses/Problem");
    }
  }
}
