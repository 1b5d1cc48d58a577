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
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.supervision.registers.DivisionTree;

/**
 * Tenancy of what the bureau puts into force: it may be written by whoever's scope holds all of its
 * divisions, and read by whoever lives in one of them.
 */
final class Divisions {

  /** Where a body names divisions. */
  private static final List<String> WHERE =
      List.of("/division", "/divisions", "/target/division", "/target/divisions");

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
    JsonNode body = Json.stored(document.body());
    List<String> named = named(body);
    String own = caller.scope().enterprise();
    boolean foreign = own != null && !named.isEmpty() && !named.contains(own);
    if (foreign || !touches(readable(caller, enterprises), of(body, enterprises))) {
      throw absent(document.id());
    }
  }

  private static boolean touches(String mine, List<String> divisions) {
    return divisions.stream()
        .map(code -> new Division(code).prefix())
        .anyMatch(prefix -> prefix.startsWith(mine) || mine.startsWith(prefix));
  }

  /** Refuses divisions that nobody knows; a new one is made known by {@code PUT /divisions}. */
  static void requireKnown(DivisionTree tree, JsonNode body) {
    List<Fault> unknown = new ArrayList<>();
    for (String pointer : WHERE) {
      JsonNode node = body.at(pointer);
      if (node.isTextual()) {
        look(tree, unknown, pointer, node);
      }
      for (int i = 0; node.isArray() && i < node.size(); i++) {
        look(tree, unknown, pointer + "/" + i, node.get(i));
      }
    }
    if (!unknown.isEmpty()) {
      throw Problems.invalid(unknown);
    }
  }

  private static void look(
      DivisionTree tree, List<Fault> unknown, String pointer, JsonNode division) {
    String code = division.asText();
    if (!code.equals(Division.NATION.code()) && tree.find(code).isEmpty()) {
      unknown.add(
          new Fault("unknown-division", pointer, Problems.text("unknown-division.why", code)));
    }
  }

  /** Checks the new body, and the stored one when it replaces one. */
  static void requireWritable(
      Principal caller, Enterprises enterprises, JsonNode body, Optional<Document> stored) {
    of(body, enterprises).forEach(division -> requireSixDigits(caller, division));
    stored.ifPresent(document -> requireWritable(caller, enterprises, document));
  }

  static void requireWritable(Principal caller, Enterprises enterprises, Document stored) {
    of(Json.stored(stored.body()), enterprises)
        .forEach(division -> Callers.requireDivision(caller, division));
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

  /**
   * Divisions a body names, wherever it names them; else those of the enterprises it names; the
   * whole country when it names none.
   */
  private static List<String> of(JsonNode body, Enterprises enterprises) {
    List<String> divisions = new ArrayList<>();
    WHERE.forEach(pointer -> collect(divisions, body.at(pointer)));
    if (divisions.isEmpty()) {
      for (String enterprise : named(body)) {
        divisions.add(
            enterprises.find(enterprise).map(Enterprise::division).orElse(Division.NATION.code()));
      }
    }
    if (divisions.isEmpty()) {
      divisions.add(Division.NATION.code());
    }
    return divisions;
  }

  private static List<String> named(JsonNode body) {
    List<String> named = new ArrayList<>();
    collect(named, body.at("/target/enterprises"));
    return named;
  }

  private static void collect(List<String> texts, JsonNode node) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    } else if (node.isArray()) {
      node.forEach(item -> texts.add(item.asText()));
    }
  }
}
