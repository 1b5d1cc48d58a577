package org.qingmen.grading.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.qingmen.store.Document;

/** Bodies of registry documents. */
final class Json {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Json() {}

  static JsonNode read(Document document) {
    try {
      return JSON.readTree(document.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          document.kind() + " " + document.id() + " is no JSON in the registry", e);
    }
  }

  /** A text member, null when it is absent or no text. */
  static String text(JsonNode node, String name) {
    return node.path(name).textValue();
  }
}
