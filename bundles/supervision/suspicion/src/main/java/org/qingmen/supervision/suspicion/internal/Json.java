package org.qingmen.supervision.suspicion.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** JSON that this room writes and reads. */
final class Json {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  static JsonNode read(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Reads what the journal holds. */
  static JsonNode read(byte[] stored) {
    try {
      return JSON.readTree(stored);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
