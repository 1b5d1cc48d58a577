package org.qingmen.api.internal.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qingmen.intake.SchemaCheck;

/**
 * Puts the OpenAPI document together: the frame, every part beside it, the registers of the table,
 * and each shipped JSON Schema that is referred to. Nothing is listed by hand: what lies in the
 * folder belongs to the document.
 */
final class OpenApiParts {

  private static final String FRAME = "openapi.yaml";
  private static final String TEMPLATE = "-template.yaml";
  private static final String SCHEMA = "#/components/schemas/";

  private final YAMLMapper yaml = new YAMLMapper();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param folder addresses of the files of the folder {@code openapi}
   */
  ObjectNode document(List<URL> folder) {
    ObjectNode document = (ObjectNode) read(only(folder, FRAME));
    ObjectNode paths = document.putObject("paths");
    ObjectNode schemas = (ObjectNode) document.at("/components/schemas");
    for (URL file : parts(folder)) {
      JsonNode part = read(file);
      paths.setAll((ObjectNode) part.get("paths"));
      part.at("/components/schemas")
          .properties()
          .forEach(s -> schemas.set(s.getKey(), s.getValue()));
    }
    RegisterPaths.add(paths, yaml);
    VersionedPaths.describe(paths);
    Set<String> named = new TreeSet<>();
    names(document, named);
    named.stream()
        .filter(name -> !schemas.has(name))
        .forEach(name -> schemas.set(name, schema(name)));
    return document;
  }

  private static URL only(List<URL> folder, String name) {
    return folder.stream()
        .filter(file -> file.getPath().endsWith("/" + name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + name));
  }

  /** In the order of their names, so that the document is the same on every machine. */
  private static List<URL> parts(List<URL> folder) {
    return folder.stream()
        .filter(file -> !file.getPath().endsWith("/" + FRAME))
        .filter(file -> !file.getPath().endsWith(TEMPLATE))
        .sorted(Comparator.comparing(URL::getPath))
        .toList();
  }

  /** Names of the schemas that something refers to. */
  private static void names(JsonNode node, Set<String> found) {
    String ref = node.path("$ref").asText();
    if (ref.startsWith(SCHEMA)) {
      found.add(ref.substring(SCHEMA.length()));
    }
    node.forEach(child -> names(child, found));
  }

  private JsonNode schema(String name) {
    try {
      ObjectNode schema = (ObjectNode) json.readTree(SchemaCheck.text(name));
      schema.remove("$schema");
      return schema;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode read(URL file) {
    try (InputStream in = file.openStream()) {
      return yaml.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
