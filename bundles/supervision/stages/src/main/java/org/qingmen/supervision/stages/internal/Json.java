package org.qingmen.supervision.stages.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import org.qingmen.store.Document;

/** Reading of stored documents. */
final class Json {

  static final JsonMapper MAPPER = JsonMapper.builder().build();

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
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }
}
