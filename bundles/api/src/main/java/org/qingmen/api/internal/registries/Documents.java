package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;

/** Registry documents as JSON. */
public final class Documents {

  private Documents() {}

  /** Writes a document's body with its version, author and time beside it. */
  public static void write(ObjectNode json, Document document) {
    json.setAll((ObjectNode) Json.stored(document.body()));
    json.put("version", document.version());
    json.put("author", document.author());
    json.put("changedAt", document.at().toString());
  }

  /** A document as JSON. */
  public static ObjectNode json(Document document) {
    ObjectNode json = Json.object();
    write(json, document);
    return json;
  }

  /** Every version: who, when, before and after. */
  public static JsonNode history(List<Document> versions) {
    ArrayNode items = Json.array();
    for (int i = 0; i < versions.size(); i++) {
      boolean first = i + 1 == versions.size();
      change(items.addObject(), versions.get(i), first ? null : versions.get(i + 1));
    }
    ObjectNode answer = Json.object();
    answer.set("items", items);
    return answer;
  }

  /** One version beside the one before, which is null for the first. */
  public static void change(ObjectNode item, Document version, Document before) {
    item.put("version", version.version());
    item.put("author", version.author());
    item.put("at", version.at().toString());
    item.put("deleted", version.deleted());
    boolean fresh = before == null || before.deleted();
    item.set("before", fresh ? null : Json.stored(before.body()));
    item.set("after", version.deleted() ? null : Json.stored(version.body()));
  }

  /** Refuses a body that does not fit its schema. */
  public static void check(SchemaCheck schema, JsonNode body) {
    List<Refusal.Fault> faults =
        schema.faults(body).stream()
            .map(fault -> new Refusal.Fault(fault.code(), fault.pointer(), fault.message()))
            .toList();
    if (!faults.isEmpty()) {
      throw Problems.invalid(faults);
    }
  }

  /** Sets a member that the address says, refusing a body that says something else. */
  public static void name(ObjectNode body, String member, String value) {
    if (body.hasNonNull(member) && !value.equals(body.get(member).asText())) {
      throw Problems.refusal(Refusal.Kind.INVALID, "id-mismatch", value, body.get(member).asText());
    }
    body.put(member, value);
  }
}
