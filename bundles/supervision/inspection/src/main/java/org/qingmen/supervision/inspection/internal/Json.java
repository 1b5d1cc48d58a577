package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.qingmen.model.Text;
import org.qingmen.store.Document;

/** Reading and building of JSON. */
final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode body(Document document) {
    return (ObjectNode) read(document.body());
  }

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("what was stored is no JSON", e);
    }
  }

  static JsonNode read(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("what was stored is no JSON", e);
    }
  }

  /** A text in both languages. */
  static ObjectNode text(Text text) {
    return object().put("zh", text.zh()).put("en", text.en());
  }
}
