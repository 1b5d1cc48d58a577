package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Matter;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.store.StoredJson;

/** Asks the rules, and writes what they say with its proof. */
final class Verdicts {

  private final Judge judge;
  private final Kind kind;

  Verdicts(Judge judge, Kind kind) {
    this.judge = judge;
    this.kind = kind;
  }

  Judgement judge(String division, LocalDate day, List<Fact> facts) {
    return judge.judge(new Matter(kind, division, day, facts));
  }

  /** The plain values of an object as a fact. */
  static Fact fact(String kind, JsonNode values) {
    Map<String, Object> known = new HashMap<>();
    values
        .properties()
        .forEach(
            member -> {
              JsonNode value = member.getValue();
              if (value.isNumber()) {
                known.put(member.getKey(), value.doubleValue());
              } else if (value.isBoolean()) {
                known.put(member.getKey(), value.booleanValue());
              } else if (value.isTextual()) {
                known.put(member.getKey(), value.textValue());
              }
            });
    return new Fact(kind, known);
  }

  /** A conclusion with its reason; {@code otherwise} when no rule said anything. */
  static ObjectNode json(Judgement judgement, String name, String otherwise) {
    ObjectNode verdict = StoredJson.object();
    judgement
        .last(name)
        .ifPresentOrElse(
            said -> {
              verdict.put("value", said.value().toString()).put("code", said.code());
              verdict.put("clause", said.clause()).put("rule", said.rule());
              verdict.set("message", StoredJson.text(said.message()));
            },
            () -> verdict.put("value", otherwise));
    verdict.put("verified", judgement.verified());
    return verdict;
  }

  /** Reasons of all conclusions with a name that say the same as the last: why it is so. */
  static ArrayNode reasons(Judgement judgement, String name) {
    ArrayNode reasons = StoredJson.object().putArray("reasons");
    Object value = judgement.last(name).map(Judgement.Conclusion::value).orElse(null);
    judgement.all(name).stream()
        .filter(said -> said.value().equals(value))
        .forEach(
            said -> {
              ObjectNode reason = reasons.addObject().put("code", said.code());
              reason.put("clause", said.clause()).set("message", StoredJson.text(said.message()));
            });
    return reasons;
  }

  /** The proof, to be stored beside. */
  static String proof(Judgement judgement) {
    return new String(judgement.document(), StandardCharsets.UTF_8);
  }
}
