package org.qingmen.api.internal.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.qingmen.intake.SchemaCheck;

/**
 * The OpenAPI document: put together from its parts and the shipped JSON Schemas, served, and asked
 * at the door for the roles of an operation. What is not in it cannot be called.
 */
@Component(service = OpenApi.class)
public final class OpenApi {

  private static final List<String> PARTS =
      List.of(
          "access",
          "alarms",
          "devices",
          "inspection",
          "ledgers",
          "queries",
          "records",
          "registers",
          "registries",
          "response",
          "rule-packs",
          "stages",
          "supervision",
          "suspicions",
          "system",
          "upward");
  private static final List<String> SCHEMAS =
      List.of(
          "passage",
          "correction",
          "suspicion-reply",
          "suspicion-ruling",
          "verification-run",
          "gate-check",
          "gate-event",
          "alarm-action",
          "notification-rule",
          "dedicated-line",
          "weigh-ticket",
          "materials",
          "enterprise",
          "barrier",
          "in-plant-vehicle",
          "machine",
          "vehicle",
          "import-confirmation",
          "import-columns",
          "duplicate-decision",
          "division",
          "certificate",
          "contract",
          "guarantee",
          "spur-plan",
          "declared-grade",
          "emergency-list",
          "contact",
          "fleet",
          "camera",
          "entrance",
          "device",
          "saved-query",
          "violator",
          "policy",
          "episode",
          "upward-target",
          "daily-report",
          "video",
          "response-question",
          "stage-question",
          "stage-questions",
          "stage-answer",
          "verification-draw",
          "verification-finding",
          "acceptance-answer",
          "acceptance-begin");

  private final ObjectNode document;
  private final List<Operation> operations = new ArrayList<>();

  /**
   * One operation.
   *
   * @param method upper-case HTTP method
   * @param path template, such as {@code /passages/{receipt}}
   * @param pattern the template as a pattern
   * @param roles roles that may call it; {@code public} and {@code any} are special
   * @param scope what the caller's scope is held against
   */
  public record Operation(
      String method, String path, Pattern pattern, Set<String> roles, String scope) {

    /** Whether no token is needed. */
    public boolean open() {
      return roles.contains("public");
    }
  }

  @Activate
  public OpenApi() {
    YAMLMapper yaml = new YAMLMapper();
    document = (ObjectNode) read(yaml, "openapi");
    ObjectNode paths = document.putObject("paths");
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    for (String name : PARTS) {
      JsonNode part = read(yaml, name);
      paths.setAll((ObjectNode) part.get("paths"));
      part.at("/components/schemas")
          .properties()
          .forEach(s -> schemas.set(s.getKey(), s.getValue()));
    }
    RegisterPaths.add(paths, yaml);
    ObjectMapper json = new ObjectMapper();
    SCHEMAS.forEach(name -> schemas.set(name, schema(json, name)));
    paths.properties().forEach(path -> list(path.getKey(), path.getValue()));
  }

  /** The document. */
  public JsonNode document() {
    return document;
  }

  /** All operations. */
  public List<Operation> operations() {
    return List.copyOf(operations);
  }

  /** The operation that a request means; path relative to the base, with a leading slash. */
  public Optional<Operation> find(String method, String path) {
    String asked = "HEAD".equals(method) ? "GET" : method;
    Operation best = null;
    for (Operation operation : operations) {
      boolean fits =
          operation.method().equals(asked) && operation.pattern().matcher(path).matches();
      // A literal path goes before one with a placeholder.
      if (fits && (best == null || !operation.path().contains("{"))) {
        best = operation;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether some method of this path is known. */
  public boolean knows(String path) {
    return operations.stream().anyMatch(operation -> operation.pattern().matcher(path).matches());
  }

  private void list(String path, JsonNode methods) {
    Pattern pattern = Pattern.compile(path.replaceAll("\\{[^}]+}", "[^/]+"));
    methods
        .properties()
        .forEach(
            method -> {
              if (method.getValue().has("operationId")) {
                Set<String> roles = new HashSet<>();
                method.getValue().get("x-roles").forEach(role -> roles.add(role.asText()));
                operations.add(
                    new Operation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path,
                        pattern,
                        roles,
                        method.getValue().get("x-scope").asText()));
              }
            });
  }

  private static JsonNode schema(ObjectMapper json, String name) {
    try {
      ObjectNode schema = (ObjectNode) json.readTree(SchemaCheck.text(name));
      schema.remove("$schema");
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(YAMLMapper yaml, String part) {
    try (InputStream in = OpenApi.class.getResourceAsStream("/openapi/" + part + ".yaml")) {
      return yaml.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
