package org.qingmen.api.internal.packs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.qingmen.engine.PackCoverage;

/** Coverage of rules and conditions as JSON. */
public final class CoverageJson {

  private CoverageJson() {}

  /** Writes it. */
  public static void write(ObjectNode json, PackCoverage coverage) {
    json.put("id", coverage.id()).put("version", coverage.version());
    json.put("cases", coverage.cases());
    json.putObject("rules")
        .put("covered", coverage.rulesCovered())
        .put("all", coverage.rules().size());
    json.putObject("conditions")
        .put("covered", coverage.conditionsCovered())
        .put("all", coverage.conditions());
    ArrayNode items = json.putArray("items");
    for (PackCoverage.Rule rule : coverage.rules()) {
      ObjectNode item = items.addObject();
      item.put("rule", rule.rule()).put("code", rule.code()).put("pack", rule.pack());
      item.put("file", rule.file()).put("line", rule.line());
      ArrayNode cases = item.putArray("cases");
      rule.cases().forEach(cases::add);
      ArrayNode conditions = item.putArray("conditions");
      for (PackCoverage.Condition one : rule.conditions()) {
        conditions
            .addObject()
            .put("file", one.file())
            .put("line", one.line())
            .put("text", one.text())
            .put("held", one.held())
            .put("failed", one.failed());
      }
    }
  }
}
