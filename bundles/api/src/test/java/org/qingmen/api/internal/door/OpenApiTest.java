package org.qingmen.api.internal.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.qingmen.api.ApiResource;
import org.qingmen.engine.Schemas;
import org.qingmen.model.Coded;
import org.qingmen.security.Role;

class OpenApiTest {

  private static final Pattern CHOICE = Pattern.compile("\\{\\w+: ([a-z|-]+)}");
  private static final Set<String> SCOPES =
      Set.of("public", "self", "global", "division", "enterprise");

  private final OpenApi api = ShippedDocument.open();

  @Test
  void theDocumentAndTheResourcesKnowTheSameOperations() throws Exception {
    Set<String> documented =
        api.operations().stream()
            .map(op -> op.method() + " " + unnamed(op.path()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(implemented()).isEqualTo(documented);
  }

  @Test
  void everyOperationSaysWhoMayCallItAndWithinWhichScope() {
    for (OpenApi.Operation operation : api.operations()) {
      assertThat(operation.roles()).as(operation.path()).isNotEmpty();
      assertThat(SCOPES).as(operation.path()).contains(operation.scope());
      operation.roles().stream()
          .filter(role -> !Set.of("public", "any").contains(role))
          .forEach(role -> assertThat(Coded.of(Role.class, role)).as(operation.path()).isPresent());
    }
  }

  @Test
  void aLiteralPathGoesBeforeOneWithAPlaceholder() {
    assertThat(api.find("GET", "/audit/verify"))
        .map(OpenApi.Operation::path)
        .contains("/audit/verify");
    assertThat(api.find("GET", "/ledger/verify"))
        .map(OpenApi.Operation::path)
        .contains("/ledger/verify");
  }

  @Test
  void whatIsNotInTheDocumentIsNotFound() {
    assertThat(api.find("DELETE", "/passages")).isEmpty();
    assertThat(api.find("GET", "/passages/a/b")).isEmpty();
    assertThat(api.knows("/passages")).isTrue();
  }

  @Test
  void onlySigningInNeedsNoToken() {
    assertThat(
            api.operations().stream().filter(OpenApi.Operation::open).map(OpenApi.Operation::path))
        .containsExactly("/tokens");
  }

  @Test
  void everyPartOfTheFolderAndEveryShippedSchemaIsInTheDocument() throws IOException {
    Set<String> shipped;
    try (Stream<java.nio.file.Path> files =
        Files.list(java.nio.file.Path.of("../spi/src/main/resources/schemas"))) {
      shipped =
          files
              .map(file -> file.getFileName().toString().replace(".schema.json", ""))
              .collect(Collectors.toSet());
    }
    Set<String> described = new TreeSet<>();
    api.document().at("/components/schemas").fieldNames().forEachRemaining(described::add);
    assertThat(described).containsAll(shipped);
    assertThat(api.knows("/alarms")).isTrue();
    assertThat(api.knows("/reports/daily")).isTrue();
  }

  @Test
  void everyMemberOfAGradeIsInTheDocument() throws IOException {
    JsonNode engines = new ObjectMapper().readTree(Schemas.read("grade.schema.json").orElseThrow());
    JsonNode described = api.document().at("/components/schemas/grade/properties");
    for (String part : List.of("", "/waivers/items", "/paths/items", "/gaps/items")) {
      JsonNode written = part.isEmpty() ? engines.path("properties") : engines.at(inner(part));
      JsonNode named = part.isEmpty() ? described : described.at(part + "/properties");
      written.fieldNames().forEachRemaining(name -> assertThat(named.has(name)).as(name).isTrue());
    }
  }

  private static String inner(String part) {
    return "/properties" + part + "/properties";
  }

  @Test
  void whatAResourceReadsFromTheQueryIsInTheDocument() throws Exception {
    for (Served served : served()) {
      for (String path : choices(served.path()).toList()) {
        String verb = verb(served.method()).orElseThrow();
        assertThat(documented(verb, path)).as(verb + " " + path).containsAll(read(served.method()));
      }
    }
  }

  private Set<String> documented(String verb, String path) {
    return api.operations().stream()
        .filter(op -> op.method().equals(verb) && unnamed(op.path()).equals(unnamed(path)))
        .findFirst()
        .orElseThrow()
        .query();
  }

  private static Set<String> read(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.isAnnotationPresent(QueryParam.class))
        .map(parameter -> parameter.getAnnotation(QueryParam.class).value())
        .collect(Collectors.toSet());
  }

  private static String base(Class<?> type) {
    return type.isAnnotationPresent(Path.class) ? type.getAnnotation(Path.class).value() : "";
  }

  private static Set<String> implemented() throws Exception {
    Set<String> found = new TreeSet<>();
    for (Served served : served()) {
      String verb = verb(served.method()).orElseThrow();
      choices(served.path()).forEach(path -> found.add(verb + " " + unnamed(path)));
    }
    return found;
  }

  /** A method that answers at a path. */
  private record Served(Method method, String path) {}

  private static List<Served> served() throws Exception {
    List<Served> found = new ArrayList<>();
    for (Class<?> type : resources()) {
      collect(found, type, base(type));
    }
    return found;
  }

  /** Methods of a class; one that only has a path hands over to the class that it returns. */
  private static void collect(List<Served> found, Class<?> type, String base) {
    for (Method method : type.getMethods()) {
      if (verb(method).isPresent()) {
        found.add(new Served(method, path(base, method)));
      } else if (method.isAnnotationPresent(Path.class)) {
        collect(found, method.getReturnType(), path(base, method));
      }
    }
  }

  private static String path(String base, Method method) {
    String own =
        method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
    return ("/" + base + "/" + own).replaceAll("/+", "/").replaceAll("(.)/$", "$1");
  }

  /** A path of several registers stands for one path each. */
  private static Stream<String> choices(String path) {
    Matcher choice = CHOICE.matcher(path);
    if (!choice.find()) {
      return Stream.of(path);
    }
    return Arrays.stream(choice.group(1).split("\\|"))
        .map(value -> path.replace(choice.group(), value));
  }

  private static String unnamed(String path) {
    return path.replaceAll("\\{[^}]+}", "{}");
  }

  private static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(Annotation::annotationType)
        .filter(type -> type.isAnnotationPresent(HttpMethod.class))
        .map(type -> type.getAnnotation(HttpMethod.class).value())
        .findFirst();
  }

  private static Set<Class<?>> resources() throws IOException, ClassNotFoundException {
    java.nio.file.Path classes =
        java.nio.file.Path.of(
            URI.create(
                ApiResource.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    Set<Class<?>> found = new java.util.HashSet<>();
    try (Stream<java.nio.file.Path> files = Files.walk(classes)) {
      for (java.nio.file.Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        String name =
            classes.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
        Class<?> type = Class.forName(name, false, OpenApiTest.class.getClassLoader());
        if (type.isAnnotationPresent(Path.class)) {
          found.add(type);
        }
      }
    }
    return found;
  }
}
