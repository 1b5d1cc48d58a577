package org.qingmen.supervision.registers.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qingmen.model.Text;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.internal.Json;

/**
 * A member of an entry that a cell can fill.
 *
 * @param path member, with dots for nested ones
 * @param form how a cell is read
 * @param title its name
 * @param required whether each row needs it
 */
record Field(String path, Form form, Text title, boolean required) {

  /** How a cell is read. */
  enum Form {
    TEXT,
    NUMBER,
    DAY,
    TIME,
    /** Several texts in one cell. */
    TEXTS,
    /** Several codes in one cell, each an object with the member {@code code}. */
    CODES
  }

  /** Members that no cell can fill: files are uploaded, the rest is not flat. */
  private static final Set<String> LEFT_OUT = Set.of("files", "contacts", "spurPlan");

  /** Fields of a register, in the order of its schema. */
  static List<Field> of(RegisterKind kind) {
    JsonNode schema = Json.schema(kind.schema());
    List<Field> fields = new ArrayList<>();
    if (kind.scope() == RegisterKind.Scope.ENTERPRISE
        && !schema.at("/properties").has("enterprise")) {
      fields.add(
          new Field("enterprise", Form.TEXT, new Text("排污单位编码", "Discharge-unit code"), false));
    }
    collect(fields, "", schema, kind.scope() == RegisterKind.Scope.LIST ? "" : kind.id());
    return fields;
  }

  /** Last part of the path. */
  String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** JSON pointer of the member. */
  String pointer() {
    return "/" + path.replace('.', '/');
  }

  private static void collect(List<Field> fields, String prefix, JsonNode schema, String id) {
    Set<String> required = new HashSet<>();
    schema.path("required").forEach(name -> required.add(name.asText()));
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              JsonNode member = property.getValue();
              if (LEFT_OUT.contains(name)) {
                return;
              }
              if (is(member, "object")) {
                collect(fields, prefix + name + ".", member, "");
              } else {
                boolean needed = prefix.isEmpty() && (required.contains(name) || name.equals(id));
                fields.add(new Field(prefix + name, form(member), title(name, member), needed));
              }
            });
  }

  private static Form form(JsonNode member) {
    if (is(member, "array")) {
      return is(member.path("items"), "object") ? Form.CODES : Form.TEXTS;
    }
    if (is(member, "number") || is(member, "integer")) {
      return Form.NUMBER;
    }
    String pattern = member.path("pattern").asText();
    if (!pattern.startsWith("^[0-9]{4}-")) {
      return Form.TEXT;
    }
    return pattern.contains("T(") ? Form.TIME : Form.DAY;
  }

  private static boolean is(JsonNode member, String type) {
    JsonNode types = member.path("type");
    if (types.isTextual()) {
      return types.asText().equals(type);
    }
    for (JsonNode one : types) {
      if (one.asText().equals(type)) {
        return true;
      }
    }
    return false;
  }

  /** Titles carry both languages, Chinese first. */
  private static Text title(String name, JsonNode member) {
    String[] both = member.path("title").asText().split(" \\| ", 2);
    return both.length == 2 ? new Text(both[0], both[1]) : new Text(name, name);
  }
}
