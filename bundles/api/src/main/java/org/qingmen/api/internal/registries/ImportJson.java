package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.qingmen.api.internal.door.Json;
import org.qingmen.supervision.registers.Imports;
import org.qingmen.supervision.registers.Imports.Preview;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.State;
import org.qingmen.supervision.registers.RegisterKind;

/** Imports as JSON. */
final class ImportJson {

  private ImportJson() {}

  /** The import without its rows. */
  static ObjectNode summary(Preview preview, Locale language) {
    ObjectNode json = Json.object();
    json.put("id", preview.id()).put("kind", preview.kind().path());
    json.put("enterprise", preview.enterprise()).put("file", preview.fileName());
    json.put("confirmedAt", text(preview.confirmedAt())).put("stored", preview.stored());
    for (Imports.Column column : preview.columns()) {
      json.withArray("columns")
          .addObject()
          .put("header", column.header())
          .put("member", column.member());
    }
    for (Imports.Member member : preview.members()) {
      json.withArray("members")
          .addObject()
          .put("path", member.path())
          .put("title", member.title().in(language))
          .put("required", member.required());
    }
    json.putArray("missing");
    preview.missing().forEach(member -> json.withArray("missing").add(member.path()));
    ObjectNode counts = json.putObject("counts").put("rows", preview.rows().size());
    for (State state : State.values()) {
      counts.put(code(state), preview.count(state));
    }
    counts.put(
        "warnings", preview.rows().stream().filter(row -> !row.warnings().isEmpty()).count());
    return json;
  }

  static void row(ObjectNode json, Row row, Locale language) {
    json.put("row", row.number()).put("state", code(row.state()));
    json.put("enterprise", row.enterprise()).put("id", row.id());
    json.set("before", row.before());
    json.set("after", row.after());
    Warnings.write(json.putArray("reasons"), row.reasons(), language);
    Warnings.write(json.putArray("warnings"), row.warnings(), language);
    row.cells().forEach(cell -> json.withArray("cells").add(cell));
  }

  static ObjectNode kind(RegisterKind kind, Locale language) {
    return Json.object()
        .put("kind", kind.path())
        .put("title", kind.title().in(language))
        .put("ofEnterprise", kind.scope() == RegisterKind.Scope.ENTERPRISE);
  }

  static String code(State state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  private static String text(java.time.Instant at) {
    return at == null ? null : at.toString();
  }
}
