package org.qingmen.engine.internal.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.qingmen.engine.internal.cases.CaseRunner;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.CaseText;
import org.qingmen.engine.internal.pack.Problems;

/**
 * What rules say of made-up facts.
 *
 * @param given the facts
 * @param fired rules that fired
 * @param sayings what they concluded or decided
 */
record Outcomes(JsonNode given, List<RuleModel> fired, List<Saying> sayings) {

  private static final ObjectMapper READER = new ObjectMapper();

  /**
   * Something a rule said.
   *
   * @param rule its name
   * @param name name of the conclusion, {@code verdict} for a verdict
   * @param value its value
   */
  record Saying(String rule, String name, String value) {}

  /** Tries facts; null when they are no facts or a rule fails on them. */
  static Outcomes of(CompiledPack pack, List<RuleModel> rules, JsonNode given) {
    List<RuleModel> fired = new ArrayList<>();
    Watcher watcher =
        new Watcher() {
          @Override
          public void fired(RuleModel rule) {
            fired.add(rule);
          }
        };
    CompiledPack watched = pack.runBy(new Interpreter(rules, watcher), pack.parameters().all());
    CaseText text = new CaseText("", given, READER.createObjectNode(), "", 0);
    CaseRunner.Ran ran = CaseRunner.one(watched, text, new Problems()).ran().get(0);
    if (!ran.passed() || ran.document().length == 0) {
      return null;
    }
    return new Outcomes(given, List.copyOf(fired), sayings(ran.document(), fired));
  }

  private static List<Saying> sayings(byte[] document, List<RuleModel> fired) {
    List<Saying> sayings = new ArrayList<>();
    try {
      for (JsonNode one : READER.readTree(document).path("conclusions")) {
        sayings.add(
            new Saying(
                one.path("rule").asText(), one.path("name").asText(), one.path("value").asText()));
      }
    } catch (IOException e) {
      throw new IllegalStateException("a decision is JSON", e);
    }
    for (RuleModel rule : fired) {
      for (Expr action : rule.actions()) {
        if (action instanceof Expr.Call call && Set.of("allow", "deny").contains(call.name())) {
          sayings.add(new Saying(rule.meta().name(), "verdict", call.name()));
        }
      }
    }
    return sayings;
  }

  /** Values said under a name. */
  Set<String> values(String name) {
    Set<String> values = new TreeSet<>();
    sayings.stream().filter(one -> one.name().equals(name)).forEach(one -> values.add(one.value()));
    return values;
  }
}
