package org.qingmen.supervision.registers.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.ViolatorList;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.Uploader;
import org.qingmen.supervision.registers.internal.EntrySchema;
import org.qingmen.supervision.registers.internal.Json;
import org.qingmen.supervision.registers.internal.Texts;
import org.qingmen.supervision.registers.internal.check.EntryChecks;

/** The violator list as the target of an import; an entry is known by what it names. */
final class ViolatorTarget implements Target {

  private static final Set<String> SERVER_MEMBERS = Set.of("listVersion", "removed");

  private final ViolatorList list;
  private final EntrySchema schema = new EntrySchema("violator");

  ViolatorTarget(ViolatorList list) {
    this.list = list;
  }

  @Override
  public String number(ObjectNode entry) {
    String given = Json.text(entry, "id");
    if (given != null) {
      return given;
    }
    String named =
        entry.at("/plate/number").asText()
            + "|"
            + entry.at("/plate/colour").asText()
            + "|"
            + entry.path("vin").asText()
            + "|"
            + entry.path("machine").asText();
    return named.equals("|||")
        ? null
        : "i-" + UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String documentId(String enterprise, String number) {
    return number;
  }

  @Override
  public Map<String, ObjectNode> present(Collection<String> documentIds) {
    Map<String, ObjectNode> present = new HashMap<>();
    documentIds.forEach(id -> list.get(id).ifPresent(document -> present.put(id, plain(document))));
    return present;
  }

  @Override
  public void complete(String enterprise, String number, ObjectNode entry, Uploader who) {
    entry.put("id", number);
    if (Json.text(entry, "division") == null && who.division() != null) {
      entry.put("division", who.division());
    }
  }

  @Override
  public List<Fault> faults(String enterprise, ObjectNode entry, JsonNode before, Uploader who) {
    List<Fault> faults = schema.faults(entry);
    String division = Json.text(entry, "division");
    boolean outside =
        division == null || !who.covers(division) || before != null && !own(before, who);
    return faults.isEmpty() && outside
        ? List.of(Texts.fault("division", "/division", String.valueOf(division)))
        : faults;
  }

  @Override
  public List<Fault> warnings(String enterprise, String number, ObjectNode entry, Uploader who) {
    List<Fault> warnings = new ArrayList<>(EntryChecks.of(entry, false));
    warnings.addAll(list.alike(number, entry.toString()));
    return warnings;
  }

  @Override
  public void store(List<Row> rows, String actor) {
    rows.forEach(row -> list.put(row.id(), row.after().toString(), actor));
  }

  private static boolean own(JsonNode before, Uploader who) {
    return who.covers(Json.text(before, "division"));
  }

  private static ObjectNode plain(Document document) {
    return StoredJson.body(document).remove(SERVER_MEMBERS);
  }
}
