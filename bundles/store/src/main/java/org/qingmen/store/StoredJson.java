package org.qingmen.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.model.Text;

/**
 * Reading and building of the JSON that the registry and the journal keep. What is read here was
 * checked before it was kept, so JSON that cannot be read is damage, never bad input.
 */
public final class StoredJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private StoredJson() {}

  /** An empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * The body of a registry document.
   *
   * @throws UncheckedIOException if it is damaged; the message names the document
   */
  public static ObjectNode body(Document document) {
    try {
      return (ObjectNode) MAPPER.readTree(document.body());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(document.kind() + " " + document.id() + " is no JSON", e);
    }
  }

  /**
   * Anything that was kept as text.
   *
   * @throws UncheckedIOException if it is damaged
   */
  public static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("what was stored is no JSON", e);
    }
  }

  /**
   * Anything that was kept as UTF-8.
   *
   * @throws UncheckedIOException if it is damaged
   */
  public static JsonNode read(byte[] json) {
    try {
      return MAPPER.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("what was stored is no JSON", e);
    }
  }

  /** A text in both languages, as {@code zh} and {@code en}. */
  public static ObjectNode text(Text text) {
    return object().put("zh", text.zh()).put("en", text.en());
  }

  /** The text of a member; null when it is absent or null. */
  public static String text(JsonNode node, String name) {
    return node.hasNonNull(name) ? node.get(name).asText() : null;
  }

  /** The texts of a list; empty when it is absent. */
  public static List<String> texts(JsonNode node, String name) {
    List<String> texts = new ArrayList<>();
    node.path(name).forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }

  /**
   * The time of a member; null when it is absent or null.
   *
   * @throws java.time.DateTimeException if it is no time with an offset
   */
  public static Instant time(JsonNode node, String name) {
    String text = text(node, name);
    return text == null ? null : OffsetDateTime.parse(text).toInstant();
  }
}
