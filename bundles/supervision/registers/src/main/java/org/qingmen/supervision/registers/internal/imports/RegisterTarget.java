package org.qingmen.supervision.registers.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.Duplicates.Member;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.Uploader;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKind.Scope;
import org.qingmen.supervision.registers.internal.Entries;
import org.qingmen.supervision.registers.internal.Json;
import org.qingmen.supervision.registers.internal.RegisterService;
import org.qingmen.supervision.registers.internal.Texts;
import org.qingmen.supervision.registers.internal.duplicates.KeyIndex;

/** A register of the registry as the target of an import. */
final class RegisterTarget implements Target {

  private static final int AT_ONCE = 1000;

  /** Members of an enterprise, or whole registers, that dated entries go together with. */
  private static final Set<String> DATED = Set.of("declared-grade", "emergency-list", "enterprise");

  private final RegisterKind kind;
  private final Registry registry;
  private final RegisterService registers;
  private final Enterprises enterprises;
  private final KeyIndex index;
  private final Entries entries;

  RegisterTarget(
      RegisterKind kind,
      Registry registry,
      RegisterService registers,
      Enterprises enterprises,
      KeyIndex index) {
    this.kind = kind;
    this.registry = registry;
    this.registers = registers;
    this.enterprises = enterprises;
    this.index = index;
    this.entries = new Entries(registry);
  }

  @Override
  public String number(ObjectNode entry) {
    return Json.text(entry, kind.id());
  }

  @Override
  public String documentId(String enterprise, String number) {
    return kind.documentId(enterprise, number);
  }

  @Override
  public Map<String, ObjectNode> present(Collection<String> documentIds) {
    return registry.getAll(kind.kind(), documentIds).stream()
        .collect(Collectors.toMap(Document::id, StoredJson::body, (one, same) -> one));
  }

  @Override
  public void complete(String enterprise, String number, ObjectNode entry, Uploader who) {
    entries.complete(kind, enterprise, number, entry);
  }

  @Override
  public List<Fault> faults(String enterprise, ObjectNode entry, JsonNode before, Uploader who) {
    List<Fault> faults = new ArrayList<>(entries.faults(kind, entry));
    if (kind.scope() == Scope.SELF) {
      String division = Json.text(entry, "division");
      String old = before == null ? division : Json.text(before, "division");
      if (division == null || !who.covers(division) || !who.covers(old)) {
        faults.add(Texts.fault("division", "/division", String.valueOf(division)));
      }
    }
    return faults;
  }

  @Override
  public List<Fault> warnings(String enterprise, String number, ObjectNode entry, Uploader who) {
    List<Fault> warnings = new ArrayList<>(entries.warnings(kind, enterprise, entry));
    index
        .alike(kind.kind(), documentId(enterprise, number), entry)
        .forEach((rule, members) -> alike(warnings, rule, members, who));
    return warnings;
  }

  @Override
  public void store(List<Row> rows, String actor) {
    for (int i = 0; i < rows.size(); i += AT_ONCE) {
      List<Row> some = rows.subList(i, Math.min(i + AT_ONCE, rows.size()));
      registry.putAll(some.stream().map(this::draft).toList(), actor);
    }
    if (DATED.contains(kind.kind())) {
      rows.stream()
          .map(row -> kind.scope() == Scope.SELF ? row.id() : row.enterprise())
          .distinct()
          .forEach(enterprise -> registers.follow(enterprise, actor));
    }
  }

  private Draft draft(Row row) {
    ObjectNode entry = (ObjectNode) row.after();
    String division =
        kind.scope() == Scope.SELF
            ? Json.text(entry, "division")
            : enterprises.find(row.enterprise()).map(Enterprise::division).orElse(null);
    return entries.draft(kind, row.enterprise(), division, row.id(), entry);
  }

  /** Names only what the uploader may see. */
  private static void alike(List<Fault> warnings, String rule, List<Member> members, Uploader who) {
    String seen =
        members.stream()
            .filter(m -> m.enterprise() == null || who.sees(m.enterprise(), m.division()))
            .map(m -> m.label().equals(m.id()) ? m.id() : m.label() + " (" + m.id() + ")")
            .collect(Collectors.joining(", "));
    if (!seen.isEmpty()) {
      warnings.add(Texts.fault(rule, "", seen));
    }
  }
}
