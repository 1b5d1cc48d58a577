package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.qingmen.model.Text;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;

/** One of the shipped JSON Schemas, and the members that the server adds to what fits it. */
final class Schema {

  private static final int MOST_FAULTS = 20;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final com.networknt.schema.Schema schema;
  private final Set<String> serverMembers;

  /**
   * @param name name of the schema, such as {@code policy}
   * @param serverMembers members that the server adds; ignored when they are sent back
   */
  Schema(String name, Set<String> serverMembers) {
    this.serverMembers = serverMembers;
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build();
    schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, b -> b.schemaRegistryConfig(config))
            .getSchema(text("/schemas/" + name + ".schema.json"));
  }

  /**
   * Reads what was sent.
   *
   * @param code code of the refusal when it does not fit
   */
  ObjectNode read(String json, String code) {
    JsonNode node;
    try {
      node = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw Texts.invalid(code, List.of(Texts.fault("not-json", "")));
    }
    if (node instanceof ObjectNode object) {
      object.remove(serverMembers);
    }
    List<Fault> faults = faults(node);
    if (!faults.isEmpty()) {
      throw Texts.invalid(code, faults);
    }
    return (ObjectNode) node;
  }

  /** What is wrong, at most twenty faults; empty when it fits. */
  List<Fault> faults(JsonNode node) {
    List<Error> english = errors(node, Locale.ENGLISH);
    if (english.isEmpty()) {
      return List.of();
    }
    List<Error> chinese = errors(node, Locale.SIMPLIFIED_CHINESE);
    return IntStream.range(0, Math.min(MOST_FAULTS, english.size()))
        .mapToObj(i -> fault(english.get(i), chinese.get(i)))
        .toList();
  }

  private List<Error> errors(JsonNode node, Locale language) {
    return schema.validate(
        node, context -> context.executionConfig(config -> config.locale(language)));
  }

  private static Fault fault(Error english, Error chinese) {
    String at = english.getInstanceLocation().toString();
    String pointer = english.getProperty() == null ? at : at + "/" + english.getProperty();
    return new Fault("schema", pointer, new Text(chinese.getMessage(), english.getMessage()));
  }

  private static String text(String resource) {
    try (InputStream in = Refusal.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
