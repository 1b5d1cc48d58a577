package org.qingmen.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import org.qingmen.engine.Comparison.Statement;

/** What the rules said, told from a decision document. */
final class Statements {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Statements() {}

  /** Findings with their severity; reasons without a verdict, which the document does not tell. */
  static Set<Statement> in(byte[] document) {
    JsonNode json = read(document);
    Set<Statement> all = new HashSet<>();
    for (JsonNode one : json.path("findings")) {
      all.add(statement(json, one, one.path("severity").asText(), one.path("field").asText(null)));
    }
    for (JsonNode one : json.path("reasons")) {
      all.add(statement(json, one, null, null));
    }
    all.removeIf(one -> one.rule() == null);
    return all;
  }

  static Set<Statement> withoutVerdicts(Set<Statement> statements) {
    Set<Statement> plain = new HashSet<>();
    for (Statement one : statements) {
      plain.add(
          one.field() != null
              ? one
              : new Statement(one.pack(), one.rule(), one.code(), null, null));
    }
    return plain;
  }

  private static Statement statement(JsonNode json, JsonNode one, String says, String field) {
    String rule = one.path("rule").asText(null);
    String pack = null;
    for (JsonNode fired : json.path("rules")) {
      if (fired.path("rule").asText().equals(rule)) {
        pack = fired.path("pack").asText();
      }
    }
    return new Statement(pack, rule, one.path("code").asText(), says, field);
  }

  static String enterprise(byte[] document) {
    return read(document).at("/facts/enterprise/id").asText();
  }

  static String division(byte[] document) {
    return read(document).at("/facts/enterprise/division").asText(null);
  }

  private static JsonNode read(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
