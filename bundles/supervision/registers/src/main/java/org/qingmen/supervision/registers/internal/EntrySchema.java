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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.qingmen.model.Text;
import org.qingmen.model.WrittenDay;
import org.qingmen.spi.refusal.Refusal.Fault;

/** The JSON Schema of a register's entries. Safe for concurrent use. */
public final class EntrySchema {

  private static final int MOST = 20;

  /** How the shipped schemas write the form of a day. */
  private static final String DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

  private final Schema schema;
  private final Set<String> days = new TreeSet<>();

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
    for (Map.Entry<String, JsonNode> member : Json.schema(name).path("properties").properties()) {
      if (DAY.equals(member.getValue().path("pattern").asText())) {
        days.add(member.getKey());
      }
    }
  }

  /** What is wrong, at most twenty faults; empty when it fits. */
  public List<Fault> faults(JsonNode node) {
    List<Error> english = errors(node, Locale.ENGLISH);
    if (english.isEmpty()) {
      return noDays(node);
    }
    // The same order both times; the second pass is paid for by bad input only.
    List<Error> chinese = errors(node, Locale.SIMPLIFIED_CHINESE);
    return IntStream.range(0, Math.min(MOST, english.size()))
        .mapToObj(i -> fault(english.get(i), chinese.get(i)))
        .toList();
  }

  /** A pattern lets 30 February pass; who reads the day later could not. */
  private List<Fault> noDays(JsonNode node) {
    return days.stream()
        .filter(name -> node.hasNonNull(name))
        .filter(name -> WrittenDay.read(node.get(name).asText()).isEmpty())
        .map(name -> Texts.fault("not-a-date", "/" + name, node.get(name).asText()))
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
