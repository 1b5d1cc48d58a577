package org.qingmen.supervision.registers.internal.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.internal.Json;

/**
 * An uploaded file and what its uploader said about it, as kept in the registry.
 *
 * @param register kind of the register it is for
 * @param object hash of its content in the object store
 * @param members member of each column, null for one that is not imported
 */
record Upload(
    String id,
    String by,
    String register,
    String enterprise,
    String fileName,
    String object,
    List<String> members,
    Instant confirmedAt,
    int stored) {

  static final String KIND = "import";

  static Upload read(Document document) {
    ObjectNode body = StoredJson.body(document);
    List<String> members = new ArrayList<>();
    body.path("members").forEach(member -> members.add(member.isNull() ? null : member.asText()));
    String confirmed = Json.text(body, "confirmedAt");
    return new Upload(
        document.id(),
        Json.text(body, "by"),
        Json.text(body, "register"),
        Json.text(body, "enterprise"),
        Json.text(body, "fileName"),
        Json.text(body, "object"),
        members,
        confirmed == null ? null : Instant.parse(confirmed),
        body.path("stored").asInt());
  }

  Upload assigned(List<String> other) {
    return new Upload(id, by, register, enterprise, fileName, object, other, confirmedAt, stored);
  }

  Upload confirmed(Instant at, int rows) {
    return new Upload(id, by, register, enterprise, fileName, object, members, at, rows);
  }

  Draft draft() {
    ObjectNode body = StoredJson.object();
    body.put("by", by).put("register", register).put("enterprise", enterprise);
    body.put("fileName", fileName).put("object", object).put("stored", stored);
    body.put("confirmedAt", confirmedAt == null ? null : confirmedAt.toString());
    members.forEach(member -> body.withArray("members").add(member));
    return new Draft(KIND, id, null, null, body.toString());
  }
}
