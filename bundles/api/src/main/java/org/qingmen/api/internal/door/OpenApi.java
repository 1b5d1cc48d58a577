package org.qingmen.api.internal.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.qingmen.model.Coded;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;

/**
 * The OpenAPI document: put together from its parts and the shipped JSON Schemas, served, and asked
 * at the door for the roles of an operation. What is not in it cannot be called.
 */
@Component(service = OpenApi.class)
public final class OpenApi {

  private final ObjectNode document;
  private final List<Operation> operations = new ArrayList<>();
  private final List<VersionedPaths.Versioned> versioned = new ArrayList<>();

  /**
   * One operation.
   *
   * @param method upper-case HTTP method
   * @param path template, such as {@code /passages/{receipt}}
   * @param pattern the template as a pattern
   * @param roles roles that may call it; {@code public} and {@code any} are special
   * @param scope what the caller's scope is held against
   * @param query names of the query parameters that it takes, sorted
   */
  public record Operation(
      String method,
      String path,
      Pattern pattern,
      Set<String> roles,
      String scope,
      Set<String> query) {

    /** Whether a caller holds one of the roles. */
    boolean admits(Principal caller) {
      return roles.contains("any")
          || roles.stream()
              .flatMap(code -> Coded.of(Role.class, code).stream())
              .anyMatch(caller.roles()::contains);
    }

    /** Whether no token is needed. */
    public boolean open() {
      return roles.contains("public");
    }
  }

  @Activate
  public OpenApi(BundleContext context) {
    this(Collections.list(context.getBundle().findEntries("/openapi", "*.yaml", false)));
  }

  /**
   * @param folder addresses of the files of the folder {@code openapi}
   */
  OpenApi(List<URL> folder) {
    document = new OpenApiParts().document(folder);
    document.path("paths").properties().forEach(path -> list(path.getKey(), path.getValue()));
    versioned.addAll(VersionedPaths.of(document.path("paths")));
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

  /** The document of the registry that a request is about; empty when it is not about one. */
  Optional<VersionedPaths.Subject> versioned(String method, String path) {
    String template = find(method, path).map(Operation::path).orElse("");
    return versioned.stream()
        .filter(one -> one.template().equals(template))
        .flatMap(one -> one.subject(path).stream())
        .findFirst();
  }

  /** Whether a caller holds a role that may do this. */
  public boolean admits(String method, String path, Principal caller) {
    return find(method, path).filter(operation -> operation.admits(caller)).isPresent();
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
                Set<String> query = new TreeSet<>(query(methods));
                query.addAll(query(method.getValue()));
                operations.add(
                    new Operation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path,
                        pattern,
                        roles(method.getValue()),
                        method.getValue().get("x-scope").asText(),
                        query));
              }
            });
  }

  private static Set<String> roles(JsonNode method) {
    Set<String> roles = new HashSet<>();
    method.get("x-roles").forEach(role -> roles.add(role.asText()));
    return roles;
  }

  private static Set<String> query(JsonNode described) {
    Set<String> names = new HashSet<>();
    for (JsonNode parameter : described.path("parameters")) {
      if (parameter.path("in").asText().equals("query")) {
        names.add(parameter.path("name").asText());
      }
    }
    return names;
  }
}
