package org.qingmen.engine.internal.cases;

import static org.qingmen.engine.internal.json.Nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.engine.Matter;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.pack.PackDescriptor.Kind;

/** A matter from what a case gives, and what is expected of its judgement. */
final class JudgementCase {

  private static final String DAY = "2026-10-01";
  private static final String DIVISION = "130200";

  private JudgementCase() {}

  static Matter matter(Kind kind, JsonNode given) {
    List<Fact> facts = new ArrayList<>();
    given.path("facts").forEach(fact -> facts.add(fact(fact)));
    LocalDate day = LocalDate.parse(text(given, "day", DAY));
    return new Matter(kind, text(given, "division", DIVISION), day, facts);
  }

  private static Fact fact(JsonNode json) {
    Map<String, Object> values = new HashMap<>();
    json.properties().forEach(member -> values.put(member.getKey(), value(member.getValue())));
    values.remove("kind");
    return new Fact(json.get("kind").asText(), values);
  }

  private static Object value(JsonNode json) {
    if (json.isNumber()) {
      return json.doubleValue();
    }
    return json.isBoolean() ? (Object) json.booleanValue() : json.isNull() ? null : json.asText();
  }

  /** Compares; a rule that failed is never what a case wants. */
  static void compare(JsonNode expect, Judgement judgement, Expectation expectation) {
    judgement.findings().stream()
        .filter(finding -> finding.code().equals("rule-failed"))
        .forEach(finding -> expectation.unexpected("findings", finding.message().en()));
    if (expect.has("findings")) {
      expectation.findings(expect.get("findings"), judgement.findings());
    }
    for (Map.Entry<String, JsonNode> wanted : expect.path("conclusions").properties()) {
      conclusion(wanted.getKey(), wanted.getValue(), judgement, expectation);
    }
  }

  private static void conclusion(
      String name, JsonNode wanted, Judgement judgement, Expectation expectation) {
    if (wanted.isArray()) {
      List<String> values = new ArrayList<>();
      wanted.forEach(value -> values.add(Expectation.shown(value(value))));
      expectation.sameSet(
          name,
          values,
          judgement.all(name).stream().map(one -> Expectation.shown(one.value())).toList());
    } else {
      expectation.same(name, wanted, judgement.last(name).map(Conclusion::value).orElse(null));
    }
  }
}
