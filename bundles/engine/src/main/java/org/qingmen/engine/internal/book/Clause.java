package org.qingmen.engine.internal.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackContent.ParameterOrigin;
import org.qingmen.engine.PackContent.RuleInfo;

/**
 * A clause and what implements it.
 *
 * @param text the clause as the pack names it
 * @param rules its rules
 * @param parameters its values, with the layer they come from
 */
record Clause(String text, List<RuleInfo> rules, List<ParameterOrigin> parameters) {

  /** The clauses of a pack: those of rules in their order, then those of values alone. */
  static List<Clause> of(PackContent content) {
    Map<String, Clause> clauses = new LinkedHashMap<>();
    content.rules().forEach(rule -> at(clauses, rule.clause()).rules().add(rule));
    content.origins().forEach(one -> at(clauses, one.parameter().clause()).parameters().add(one));
    return List.copyOf(clauses.values());
  }

  private static Clause at(Map<String, Clause> clauses, String text) {
    return clauses.computeIfAbsent(
        text, key -> new Clause(key, new ArrayList<>(), new ArrayList<>()));
  }
}
