package org.qingmen.engine.internal.pack;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Checks a file of a pack against its JSON Schema and names the line of each fault. */
final class SchemaCheck {

  private final Schema schema;

  /** The schema {@code NAME.schema.json} shipped in the folder {@code schemas}. */
  SchemaCheck(String name) {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(text("/schemas/" + name + ".schema.json"));
  }

  /** Adds what is wrong; true when nothing is. */
  boolean accepts(YamlFile file, Problems problems) {
    List<Error> errors = schema.validate(file.root());
    for (Error error : errors) {
      String pointer = pointer(error);
      problems.add(file.name(), file.line(pointer), "schema", pointer, error.getMessage());
    }
    return errors.isEmpty();
  }

  /** A missing or unknown member is shown at the member's own line when it has one. */
  private static String pointer(Error error) {
    String at = error.getInstanceLocation().toString();
    boolean unknown = "additionalProperties".equals(error.getKeyword());
    return unknown && error.getProperty() != null ? at + "/" + error.getProperty() : at;
  }

  private static String text(String resource) {
    try (InputStream in = SchemaCheck.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
