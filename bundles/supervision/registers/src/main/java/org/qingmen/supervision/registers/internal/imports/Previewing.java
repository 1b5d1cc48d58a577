package org.qingmen.supervision.registers.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.State;
import org.qingmen.supervision.registers.Imports.Uploader;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKind.Scope;
import org.qingmen.supervision.registers.internal.Json;
import org.qingmen.supervision.registers.internal.Texts;

/** Says of each row of a sheet what would become of it. For one thread. */
final class Previewing {

  /** Numbers are alike however they are written. */
  private static final Comparator<JsonNode> ALIKE =
      (one, other) ->
          one.equals(other)
                  || one.isNumber() && other.isNumber() && one.asDouble() == other.asDouble()
              ? 0
              : 1;

  /** A row that was read: the members it fills, and to whom it belongs. */
  private record Draft(
      Sheet.Line line, ObjectNode said, String enterprise, String number, List<Fault> faults) {}

  private final RegisterKind kind;
  private final Target target;
  private final Uploader who;
  private final String enterprise;
  private final Enterprises enterprises;
  private final Cells cells;

  Previewing(
      RegisterKind kind,
      Target target,
      Uploader who,
      String enterprise,
      Enterprises enterprises,
      Cells cells) {
    this.kind = kind;
    this.target = target;
    this.who = who;
    this.enterprise = enterprise;
    this.enterprises = enterprises;
    this.cells = cells;
  }

  /** Rows of the sheet; {@code fields} by column, null for those not imported. */
  List<Row> rows(Sheet sheet, List<Field> fields) {
    List<Draft> drafts = sheet.rows().stream().map(line -> read(line, fields)).toList();
    Set<String> ids =
        drafts.stream().map(this::documentId).filter(Objects::nonNull).collect(Collectors.toSet());
    Map<String, ObjectNode> present = target.present(ids);
    Map<String, Integer> seen = new HashMap<>();
    List<Row> rows = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      String id = documentId(draft);
      Integer first = id == null ? null : seen.putIfAbsent(id, draft.line().number());
      if (first != null) {
        draft.faults().add(Texts.fault("twice-in-file", "/" + kind.id(), first));
      }
      rows.add(row(draft, id == null ? null : present.get(id)));
    }
    return rows;
  }

  private Draft read(Sheet.Line line, List<Field> fields) {
    ObjectNode said = StoredJson.object();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i) != null && !line.cell(i).isBlank()) {
        cells.set(said, fields.get(i), line.cell(i), faults);
      }
    }
    String owner = kind.scope() == Scope.ENTERPRISE ? owner(said, faults) : null;
    String number = target.number(said);
    if (number == null) {
      faults.add(Texts.fault("number", "/" + kind.id()));
    }
    return new Draft(line, said, owner, number, faults);
  }

  private String owner(ObjectNode said, List<Fault> faults) {
    String named = Json.text(said, "enterprise");
    said.remove("enterprise");
    if (named != null && enterprise != null && !named.equals(enterprise)) {
      faults.add(Texts.fault("enterprise-differs", "/enterprise", named, enterprise));
    }
    String owner = enterprise == null ? named : enterprise;
    if (owner == null) {
      faults.add(Texts.fault("required", "/enterprise"));
      return null;
    }
    Optional<Enterprise> known = enterprises.find(owner);
    if (known.filter(found -> who.sees(found.id(), found.division())).isEmpty()) {
      faults.add(Texts.fault("unknown-enterprise", "/enterprise", owner));
      return null;
    }
    return owner;
  }

  private String documentId(Draft draft) {
    boolean homeless = kind.scope() == Scope.ENTERPRISE && draft.enterprise() == null;
    return draft.number() == null || homeless
        ? null
        : target.documentId(draft.enterprise(), draft.number());
  }

  private Row row(Draft draft, ObjectNode before) {
    if (draft.number() == null) {
      return rejected(draft, before, draft.said());
    }
    // What the file does not say stays as it is registered.
    ObjectNode after = before == null ? StoredJson.object() : before.deepCopy();
    merge(after, draft.said());
    target.complete(draft.enterprise(), draft.number(), after, who);
    if (draft.faults().isEmpty()) {
      draft.faults().addAll(target.faults(draft.enterprise(), after, before, who));
    } else {
      addNew(draft.faults(), target.faults(draft.enterprise(), after, before, who));
    }
    if (!draft.faults().isEmpty()) {
      return rejected(draft, before, after);
    }
    State state =
        before == null ? State.NEW : after.equals(ALIKE, before) ? State.UNCHANGED : State.CHANGED;
    List<Fault> warnings = target.warnings(draft.enterprise(), draft.number(), after, who);
    return new Row(
        draft.line().number(),
        state,
        draft.enterprise(),
        draft.number(),
        before,
        after,
        List.of(),
        warnings,
        draft.line().cells());
  }

  private static void addNew(List<Fault> faults, List<Fault> more) {
    Set<String> named = new HashSet<>();
    faults.forEach(fault -> named.add(fault.pointer()));
    more.stream().filter(fault -> !named.contains(fault.pointer())).forEach(faults::add);
  }

  private static void merge(ObjectNode into, ObjectNode said) {
    said.properties()
        .forEach(
            member -> {
              if (member.getValue() instanceof ObjectNode nested
                  && into.path(member.getKey()) instanceof ObjectNode there) {
                merge(there, nested);
              } else {
                into.set(member.getKey(), member.getValue());
              }
            });
  }

  private static Row rejected(Draft draft, ObjectNode before, ObjectNode after) {
    return new Row(
        draft.line().number(),
        State.REJECTED,
        draft.enterprise(),
        draft.number(),
        before,
        after,
        List.copyOf(draft.faults()),
        List.of(),
        draft.line().cells());
  }
}
