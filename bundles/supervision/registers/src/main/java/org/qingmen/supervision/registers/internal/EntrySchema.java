package org.qingmen.supervision.registers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.qingmen.model.Text;
import org.qingmen.spi.refusal.Refusal.Fault;

/** The JSON Schema of a register's entries. Safe for concurrent use. */
public final class EntrySchema {

  private static final int MOST = 20;

  private final Schema schema;

  /**
   * @param name name of a shipped schema, such as {@code barrier}
   */
  public EntrySchema(String name) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build();
    schema =
        SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, b -> b.schemaRegistryConfig(config))
            .getSchema(Json.schema(name).toString());
  }

  /** What is wrong, at most twenty faults; empty when it fits. */
  public List<Fault> faults(JsonNode node) {
    List<Error> english = errors(node, Locale.ENGLISH);
    if (english.isEmpty()) {
      return List.of();
    }
    // The same order both times; the second pass is paid for by bad input only.
    List<Error> chinese = errors(node, Locale.SIMPLIFIED_CHINESE);
    return IntStream.range(0, Math.min(MOST, english.size()))
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
}
