package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.store.Document;

/** Reading of stored documents. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static JsonNode body(Document document) {
    try {
      return MAPPER.readTree(document.body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(document.kind() + " " + document.id() + " is no JSON", e);
    }
  }

  /** The text of a member, null when it is absent or null. */
  static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? null : value.asText();
  }

  /** The texts of a list, empty when it is absent. */
  static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }

  /** The time of a member, null when it is absent or null. */
  static Instant time(JsonNode node, String name) {
    String text = text(node, name);
    return text == null ? null : OffsetDateTime.parse(text).toInstant();
  }

  /** Whether a member is absent, null, or a time that exists in the calendar. */
  static boolean timeOrNothing(JsonNode node, String name) {
    try {
      time(node, name);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
