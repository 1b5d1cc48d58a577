package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.security.Principal;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;
import org.qingmen.supervision.registers.Registers;

/** What can be done with entries that belong to an enterprise, whatever their address. */
@Component(service = EntryDesk.class)
public final class EntryDesk {

  private final Registers registers;
  private final Enterprises enterprises;

  @Activate
  public EntryDesk(@Reference Registers registers, @Reference Enterprises enterprises) {
    this.registers = registers;
    this.enterprises = enterprises;
  }

  /** The register with this address. */
  static RegisterKind kind(String path) {
    return RegisterKinds.ofPath(path)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", path));
  }

  /** Entries of an enterprise, or of all within the caller's scope when {@code id} is null. */
  JsonNode list(Principal caller, String path, String id, MultivaluedMap<String, String> query) {
    String asked = Callers.narrowed(caller, enterprises, id);
    String prefix = caller.scope().divisionPrefix();
    String division = query.getFirst("division");
    return Json.page(
        registers.list(
            kind(path),
            asked,
            division != null && prefix != null && division.startsWith(prefix) ? division : prefix,
            query.getFirst("text"),
            Query.from("at", query.getFirst("at")),
            query.getFirst("cursor"),
            Query.limit(query.getFirst("limit"))),
        Documents::write);
  }

  JsonNode one(Principal caller, String path, String id, String number, String at) {
    Callers.require(caller, enterprises, id);
    return registers
        .get(kind(path), id, number, Query.from("at", at))
        .map(Documents::json)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", number));
  }

  JsonNode put(
      Principal caller, String path, String id, String number, byte[] body, Locale language)
      throws IOException {
    Callers.require(caller, enterprises, id);
    RegisterKind kind = kind(path);
    ObjectNode entry = Json.readObject(body);
    Documents.name(entry, kind.id(), number);
    String division = enterprises.find(id).map(Enterprise::division).orElse(null);
    return Warnings.json(
        registers.put(kind, id, division, number, entry, caller.source()), language);
  }

  void delete(Principal caller, String path, String id, String number) {
    Callers.require(caller, enterprises, id);
    if (!registers.delete(kind(path), id, number, caller.source())) {
      throw Problems.refusal(Kind.NOT_FOUND, "not-found", number);
    }
  }

  JsonNode history(Principal caller, String path, String id, String number) {
    Callers.require(caller, enterprises, id);
    return Documents.history(registers.history(kind(path), id, number));
  }
}
