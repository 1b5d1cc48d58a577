package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.qingmen.model.Text;

/** JSON that the server wrote itself. */
final class Bodies {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final double PARTS = 10_000;

  private Bodies() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static JsonNode read(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON is damaged", e);
    }
  }

  static JsonNode read(byte[] body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      throw new IllegalStateException("stored JSON is damaged", e);
    }
  }

  static JsonNode text(Text text) {
    return object().put("zh", text.zh()).put("en", text.en());
  }

  /** Four decimals are more than anybody reads. */
  static double rounded(double value) {
    return Math.round(value * PARTS) / PARTS;
  }
}
