package org.qingmen.supervision.upward.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.qingmen.store.Document;

/**
 * A platform above, as configured.
 *
 * @param division prefix of the divisions it is told of, empty for all
 * @param from first day it is told of
 * @param perMinute at most so many records a minute
 * @param batch at most so many records at once
 * @param attempts how often a record that it cannot take now is tried
 * @param summaries whether it takes daily summaries
 * @param broken whether what is stored cannot be understood; nothing is reported to it then
 */
record Target(
    Document document,
    String dialect,
    URI address,
    String keyId,
    String division,
    LocalDate from,
    boolean enabled,
    int perMinute,
    int batch,
    int attempts,
    boolean summaries,
    Map<String, String> settings,
    boolean broken) {

  static final String KIND = "upward-target";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Accepts whatever was once stored: one bad target must not stop the others or the server. */
  static Target read(Document document) {
    try {
      return read(document, json(document.body()));
    } catch (IllegalArgumentException | DateTimeException | UncheckedIOException e) {
      return broken(document);
    }
  }

  private static Target broken(Document document) {
    return new Target(
        document,
        "native",
        URI.create(""),
        "",
        document.division().replaceAll("(00)+$", ""),
        LocalDate.EPOCH,
        false,
        1,
        1,
        1,
        false,
        Map.of(),
        true);
  }

  private static Target read(Document document, JsonNode body) {
    Map<String, String> settings = new LinkedHashMap<>();
    body.path("settings")
        .properties()
        .forEach(e -> settings.put(e.getKey(), e.getValue().asText()));
    return new Target(
        document,
        body.path("dialect").asText("native"),
        URI.create(body.path("address").asText()),
        body.path("keyId").asText(""),
        body.path("division").asText("000000").replaceAll("(00)+$", ""),
        LocalDate.parse(body.path("from").asText("1970-01-01")),
        body.path("enabled").asBoolean(true),
        body.path("perMinute").asInt(6000),
        body.path("batch").asInt(100),
        body.path("attempts").asInt(20),
        body.path("summaries").asBoolean(true),
        settings,
        false);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a stored target is no JSON", e);
    }
  }

  String id() {
    return document.id();
  }
}
