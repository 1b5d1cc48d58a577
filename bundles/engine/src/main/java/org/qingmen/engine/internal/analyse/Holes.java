package org.qingmen.engine.internal.analyse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Values of which no rule says anything, although it is said of those on both sides (numbers) or of
 * every other one (lists).
 */
final class Holes {

  private static final int FEWEST = 3;

  private final List<RuleModel> rules;
  private final Notices notices;

  Holes(List<RuleModel> rules, Notices notices) {
    this.rules = rules;
    this.notices = notices;
  }

  void check(Scenarios.Line line, List<Outcomes> outcomes) {
    if (outcomes.stream().anyMatch(Objects::isNull) || outcomes.size() < FEWEST) {
      return;
    }
    Set<String> names = new TreeSet<>();
    outcomes.forEach(one -> one.sayings().forEach(saying -> names.add(saying.name())));
    for (String name : names) {
      if (line.values().get(0).isNumber()) {
        between(line, outcomes, name);
      } else if (line.values().get(0).isTextual()) {
        missing(line, outcomes, name);
      }
    }
  }

  private void between(Scenarios.Line line, List<Outcomes> outcomes, String name) {
    for (int i = 1; i < outcomes.size() - 1; i++) {
      Set<String> before = outcomes.get(i - 1).values(name);
      Set<String> after = outcomes.get(i + 1).values(name);
      boolean nothing = outcomes.get(i).values(name).isEmpty();
      if (nothing && !before.isEmpty() && !after.isEmpty() && !before.equals(after)) {
        report(line, line.values().get(i), outcomes.get(i), outcomes.get(i - 1), name);
      }
    }
  }

  private void missing(Scenarios.Line line, List<Outcomes> outcomes, String name) {
    List<Outcomes> silent = outcomes.stream().filter(one -> one.values(name).isEmpty()).toList();
    Set<Set<String>> said = new java.util.HashSet<>();
    outcomes.forEach(one -> said.add(one.values(name)));
    // That something is said of all values but one, and not the same of all of them.
    if (silent.size() == 1 && said.size() >= FEWEST) {
      int at = outcomes.indexOf(silent.get(0));
      report(line, line.values().get(at), silent.get(0), outcomes.get(at == 0 ? 1 : at - 1), name);
    }
  }

  private void report(
      Scenarios.Line line, JsonNode value, Outcomes silent, Outcomes beside, String name) {
    String neighbour =
        beside.sayings().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow()
            .rule();
    RuleModel near =
        rules.stream().filter(one -> one.meta().name().equals(neighbour)).findFirst().orElseThrow();
    notices.notice(
        "gap",
        name + " " + line.what() + "=" + value.asText(),
        near.meta().place(),
        silent.given().toString(),
        name,
        line.what(),
        value.asText(),
        neighbour);
  }
}
