package org.qingmen.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.qingmen.model.Text;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.intake.PassageSink;

/** Checks JSON against one of the shipped schemas. Safe for concurrent use. */
public final class SchemaCheck {

  private static final int MOST = 20;

  private final Schema schema;

  private SchemaCheck(Schema schema) {
    this.schema = schema;
  }

  /** The schema {@code name}, such as {@code passage}. */
  public static SchemaCheck of(String name) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder()
            .pathType(PathType.JSON_POINTER)
            .locale(Locale.ENGLISH)
            .build();
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, builder -> builder.schemaRegistryConfig(config));
    return new SchemaCheck(registry.getSchema(text(name)));
  }

  /** What is wrong, at most twenty faults of code {@code schema}; empty when all is well. */
  public List<Fault> faults(JsonNode json) {
    List<Fault> unusable = unusable(json);
    if (!unusable.isEmpty()) {
      return unusable;
    }
    List<Error> english = schema.validate(json);
    if (english.isEmpty()) {
      return List.of();
    }
    // The same order both times; the second pass is paid for by bad input only.
    List<Error> chinese =
        schema.validate(
            json,
            context -> context.executionConfig(config -> config.locale(Locale.SIMPLIFIED_CHINESE)));
    return java.util.stream.IntStream.range(0, Math.min(MOST, english.size()))
        .mapToObj(i -> fault(english.get(i), chinese.get(i)))
        .toList();
  }

  /**
   * Values that JSON allows but nothing here can hold, at most twenty: numbers beyond a double, NUL
   * characters in texts. The validator itself fails on such numbers.
   */
  public static List<Fault> unusable(JsonNode json) {
    List<Fault> faults = new ArrayList<>();
    look(faults, "", json);
    return faults;
  }

  private static void look(List<Fault> faults, String at, JsonNode node) {
    if (faults.size() >= MOST) {
      return;
    }
    if (node.isNumber() && !Double.isFinite(node.doubleValue())) {
      faults.add(new Fault("schema", at, new Text("数值超出范围", "the number is too large")));
    } else if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
      faults.add(
          new Fault("schema", at, new Text("文本不得含 NUL 字符", "a text must not hold NUL characters")));
    }
    node.properties()
        .forEach(
            member ->
                look(
                    faults,
                    at + "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                    member.getValue()));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      look(faults, at + "/" + i, node.get(i));
    }
  }

  private static Fault fault(Error english, Error chinese) {
    String pointer = english.getInstanceLocation().toString();
    if (english.getProperty() != null) {
      pointer = pointer + "/" + english.getProperty();
    }
    return new Fault("schema", pointer, new Text(shown(chinese), shown(english)));
  }

  private static String shown(Error error) {
    String message = error.getMessage();
    return message.length() > 300 ? message.substring(0, 300) + "..." : message;
  }

  /** The text of a shipped schema. */
  public static String text(String name) {
    String path = "/schemas/" + name + ".schema.json";
    try (InputStream in = PassageSink.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalArgumentException("no schema is called " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
