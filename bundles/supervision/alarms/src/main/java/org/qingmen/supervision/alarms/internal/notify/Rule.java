package org.qingmen.supervision.alarms.internal.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qingmen.store.Document;
import org.qingmen.supervision.alarms.internal.book.Severity;

/** A notification rule as it is asked. */
record Rule(
    String id,
    boolean enabled,
    String channel,
    List<String> addresses,
    String prefix,
    String enterprise,
    Severity severity,
    List<String> codes,
    List<String> events,
    Locale language,
    Document document) {

  private static final List<String> USUAL = List.of("raised", "graver", "escalated");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static Rule read(Document document) {
    JsonNode body = body(document);
    List<String> events = texts(body, "events");
    return new Rule(
        document.id(),
        body.path("enabled").asBoolean(true),
        body.path("channel").asText(),
        texts(body, "addresses"),
        prefix(body.path("division").asText()),
        body.path("enterprise").textValue(),
        Severity.of(body.path("severity").asText("warning")).orElse(Severity.WARNING),
        texts(body, "codes"),
        events.isEmpty() ? USUAL : events,
        "en".equals(body.path("language").asText()) ? Locale.ENGLISH : Locale.CHINESE,
        document);
  }

  static ObjectNode body(Document document) {
    try {
      return (ObjectNode) JSON.readTree(document.body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(document.kind() + " " + document.id() + " is no JSON", e);
    }
  }

  /** Whether this event of an alarm is told. */
  boolean tells(JsonNode alarm, String event) {
    String division = alarm.path("division").asText("");
    return enabled
        && events.contains(event)
        && (codes.isEmpty() || codes.contains(alarm.path("code").asText()))
        && division.startsWith(prefix)
        && (enterprise == null || enterprise.equals(alarm.path("enterprise").asText()))
        && Severity.of(alarm.path("severity").asText())
            .filter(one -> one.compareTo(severity) >= 0)
            .isPresent();
  }

  /** Whether it concerns a division or something in it. */
  boolean touches(String divisionPrefix) {
    return divisionPrefix == null
        || prefix.startsWith(divisionPrefix)
        || divisionPrefix.startsWith(prefix);
  }

  private static String prefix(String division) {
    return division.replaceFirst("(00)+$", "");
  }

  private static List<String> texts(JsonNode body, String name) {
    List<String> texts = new ArrayList<>();
    body.path(name).forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
