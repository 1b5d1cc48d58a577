package org.qingmen.supervision.registers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKind.Scope;
import org.qingmen.supervision.registers.RegisterKinds;
import org.qingmen.supervision.registers.internal.check.EntryChecks;
import org.qingmen.supervision.registers.internal.check.References;

/** What an entry of a register must be before it is stored. */
public final class Entries {

  /** What a reader sees beside an entry; ignored when it is sent back. */
  private static final Set<String> SERVER_MEMBERS =
      Set.of("version", "author", "changedAt", "warnings");

  private record Form(EntrySchema schema, boolean namesEnterprise) {}

  private final Map<String, Form> forms;
  private final References references;

  public Entries(Registry registry) {
    references = new References(registry);
    forms =
        RegisterKinds.all().stream()
            .collect(Collectors.toUnmodifiableMap(RegisterKind::kind, Entries::form));
  }

  /** Sets what the address says and takes out what only the server writes. */
  public void complete(RegisterKind kind, String enterprise, String number, ObjectNode entry) {
    entry.remove(SERVER_MEMBERS);
    entry.put(kind.id(), number);
    if (enterprise != null && forms.get(kind.kind()).namesEnterprise()) {
      entry.put("enterprise", enterprise);
    }
  }

  /** Members that do not fit the schema. */
  public List<Fault> faults(RegisterKind kind, JsonNode entry) {
    return forms.get(kind.kind()).schema().faults(entry);
  }

  /** What looks wrong, by itself and beside what is registered already. */
  public List<Fault> warnings(RegisterKind kind, String enterprise, ObjectNode entry) {
    List<Fault> warnings = new ArrayList<>(EntryChecks.of(entry, kind.kind().equals("machine")));
    if (kind.scope() == Scope.ENTERPRISE) {
      warnings.addAll(references.of(kind, enterprise, entry));
    }
    return warnings;
  }

  /** The document to store. */
  public Draft draft(
      RegisterKind kind, String enterprise, String division, String number, ObjectNode entry) {
    String owner = kind.scope() == Scope.SELF ? number : enterprise;
    String id = kind.documentId(enterprise, number);
    return new Draft(kind.kind(), id, owner, division, entry.toString());
  }

  private static Form form(RegisterKind kind) {
    JsonNode schema = Json.schema(kind.schema());
    return new Form(new EntrySchema(kind.schema()), schema.path("properties").has("enterprise"));
  }
}
