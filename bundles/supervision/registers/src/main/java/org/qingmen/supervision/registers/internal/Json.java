package org.qingmen.supervision.registers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.qingmen.supervision.registers.RegisterKinds;

/** Reading of entries, in which blank counts as absent, and of the tables shipped with them. */
public final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

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
