package org.qingmen.engine.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.util.List;
import org.qingmen.spi.refusal.Refusal.Fault;

/**
 * Checks JSON against a JSON Schema (2020-12) and says in both languages what is wrong. Safe for
 * concurrent use.
 *
 * <p>Nobody who fills in a form reads regular expressions: a {@code pattern} is told by the {@code
 * x-form} beside it, {@code {"zh": ..., "en": ...}}.
 */
public final class FormCheck {

  private static final int MOST = 20;

  /** Draft 2020-12, and our own word beside a pattern. */
  private static final Dialect DIALECT =
      Dialect.builder(Dialects.getDraft202012())
          .keyword(new NonValidationKeyword("x-form"))
          .build();

  private final JsonNode document;
  private final Schema schema;

  private FormCheck(JsonNode document) {
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().pathType(PathType.JSON_POINTER).build();
    this.document = document;
    this.schema =
        SchemaRegistry.withDialect(DIALECT, b -> b.schemaRegistryConfig(config))
            .getSchema(document.toString());
  }

  /**
   * A check.
   *
   * @param schema text of a schema without references
   * @throws IllegalArgumentException when it is no JSON
   */
  public static FormCheck of(String schema) {
    try {
      return new FormCheck(new ObjectMapper().readTree(schema));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the schema is no JSON", e);
    }
  }

  /**
   * What is wrong.
   *
   * @param json anything that was sent
   * @return at most twenty faults of code {@code schema}; empty when it fits
   */
  public List<Fault> faults(JsonNode json) {
    return schema.validate(json).stream().limit(MOST).map(this::fault).toList();
  }

  private Fault fault(Error error) {
    String at = error.getInstanceLocation().toString();
    String member = error.getProperty();
    String pointer = member == null ? at : at + "/" + escaped(member);
    String path = error.getEvaluationPath().toString();
    JsonNode around = document.at(path.substring(0, Math.max(0, path.lastIndexOf('/'))));
    return new Fault(
        "schema", pointer, Wording.of(error.getKeyword(), around, member == null ? "" : member));
  }

  private static String escaped(String member) {
    return member.replace("~", "~0").replace("/", "~1");
  }
}
