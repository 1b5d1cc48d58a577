package org.qingmen.api.internal.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.model.Text;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Page;

/** Reading and building JSON in resources. */
public final class Json {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Text EXPECTED =
      new Text("请求体应为 JSON 对象 {...}", "the body must be a JSON object {...}");

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** An empty array. */
  public static ArrayNode array() {
    return JSON.createArrayNode();
  }

  /**
   * Parses a body.
   *
   * @throws JsonProcessingException answered with 400
   */
  public static JsonNode read(byte[] body) throws IOException {
    JsonNode tree = JSON.readTree(body);
    if (tree == null || tree.isMissingNode()) {
      throw Problems.refusal(Kind.INVALID, "not-json", "empty", "1:1");
    }
    return tree;
  }

  /** Parses a body that must be an object. */
  public static ObjectNode readObject(byte[] body) throws IOException {
    JsonNode sent = read(body);
    if (!(sent instanceof ObjectNode object)) {
      throw Problems.invalid(List.of(new Fault("schema", "", EXPECTED)));
    }
    List<Fault> unusable =
        SchemaCheck.unusable(object).stream()
            .map(fault -> new Fault(fault.code(), fault.pointer(), fault.message()))
            .toList();
    if (!unusable.isEmpty()) {
      throw Problems.invalid(unusable);
    }
    return object;
  }

  /** Parses JSON that the server wrote itself. */
  public static JsonNode stored(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON is damaged", e);
    }
  }

  /** Parses JSON that the server wrote itself. */
  public static JsonNode stored(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new IllegalStateException("stored JSON is damaged", e);
    }
  }

  /** A page as {@code {items, next}}. */
  public static <T> ObjectNode page(Page<T> page, BiConsumer<ObjectNode, T> write) {
    ObjectNode answer = object();
    ArrayNode items = answer.putArray("items");
    page.items().forEach(item -> write.accept(items.addObject(), item));
    answer.put("next", page.next());
    return answer;
  }
}
