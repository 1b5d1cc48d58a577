package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.model.Division;
import org.qingmen.security.Principal;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;

/**
 * Tenancy of what the bureau puts into force: it may be written by whoever's scope holds all of its
 * divisions, and read by whoever lives in one of them.
 */
final class Divisions {

  private Divisions() {}

  /** Division prefix whose lists the caller reads; an enterprise reads those of its place. */
  static String readable(Principal caller, Enterprises enterprises) {
    String enterprise = caller.scope().enterprise();
    if (enterprise == null) {
      return caller.scope().divisionPrefix();
    }
    return enterprises
        .find(enterprise)
        .map(Enterprise::division)
        .orElseThrow(() -> absent(enterprise));
  }

  static void requireReadable(Principal caller, Enterprises enterprises, Document document) {
    String mine = readable(caller, enterprises);
    boolean touches =
        of(Json.stored(document.body())).stream()
            .map(code -> new Division(code).prefix())
            .anyMatch(prefix -> prefix.startsWith(mine) || mine.startsWith(prefix));
    if (!touches) {
      throw absent(document.id());
    }
  }

  /** Checks the new body, and the stored one when it replaces one. */
  static void requireWritable(Principal caller, JsonNode body, Optional<Document> stored) {
    List<String> divisions = of(body);
    divisions.forEach(division -> requireSixDigits(caller, division));
    if (stored != null) {
      stored.ifPresent(document -> requireWritable(caller, document));
    }
  }

  static void requireWritable(Principal caller, Document stored) {
    of(Json.stored(stored.body())).forEach(division -> Callers.requireDivision(caller, division));
  }

  static RuntimeException absent(String id) {
    return Problems.refusal(Kind.NOT_FOUND, "not-found", id);
  }

  private static void requireSixDigits(Principal caller, String division) {
    // Anything else is named by the schema check of the service.
    if (division.matches("[0-9]{6}")) {
      Callers.requireDivision(caller, division);
    }
  }

  /** Divisions a body names, wherever it names them; the whole country when it names none. */
  private static List<String> of(JsonNode body) {
    List<String> divisions = new ArrayList<>();
    collect(divisions, body.path("division"));
    collect(divisions, body.path("divisions"));
    collect(divisions, body.at("/target/division"));
    collect(divisions, body.at("/target/divisions"));
    if (divisions.isEmpty()) {
      divisions.add(Division.NATION.code());
    }
    return divisions;
  }

  private static void collect(List<String> divisions, JsonNode node) {
    if (node.isTextual()) {
      divisions.add(node.textValue());
    } else if (node.isArray()) {
      node.forEach(item -> divisions.add(item.asText()));
    }
  }
}
