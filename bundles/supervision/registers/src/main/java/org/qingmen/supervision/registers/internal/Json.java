package org.qingmen.supervision.registers.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.qingmen.store.Document;
import org.qingmen.supervision.registers.RegisterKinds;

/** Reading and building of JSON in this room. */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** The body of a stored document. */
  public static ObjectNode body(Document document) {
    try {
      return (ObjectNode) MAPPER.readTree(document.body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(document.kind() + " " + document.id() + " is no JSON", e);
    }
  }

  /** The text of a member, null when it is absent, null or blank. */
  public static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() || value.asText().isBlank()
        ? null
        : value.asText();
  }

  /** A table that is shipped beside the kinds of registers. */
  public static JsonNode shipped(String name) {
    try (InputStream json = RegisterKinds.class.getResourceAsStream(name)) {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " is damaged", e);
    }
  }

  /** A shipped JSON Schema. */
  public static JsonNode schema(String name) {
    String path = "/schemas/" + name + ".schema.json";
    try (InputStream json = org.qingmen.spi.refusal.Refusal.class.getResourceAsStream(path)) {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(path + " is damaged", e);
    }
  }
}
