package org.qingmen.engine.internal.compile;

import java.util.Collection;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RuleMeta;

/** Tells authors in which rule of theirs a breach of the sandbox lies. */
final class BreachReport {

  private final Collection<RuleMeta> rules;

  BreachReport(Collection<RuleMeta> rules) {
    this.rules = rules;
  }

  void add(ClassScan.Breach breach, Problems problems) {
    RuleMeta rule = rule(breach.rule());
    String name = rule == null ? "?" : rule.name();
    String file = rule == null ? null : rule.file();
    problems.add(file, rule == null ? 0 : rule.line(), breach.code(), name, breach.what());
  }

  private RuleMeta rule(String method) {
    return rules.stream()
        .filter(rule -> methodOf(rule.name()).equals(method))
        .findFirst()
        .orElse(null);
  }

  /** The name the compiler gives to the method that makes a rule. */
  private static String methodOf(String rule) {
    StringBuilder method = new StringBuilder("rule_");
    for (char c : rule.toCharArray()) {
      if (Character.isJavaIdentifierPart(c) && c != '_') {
        method.append(c);
      } else {
        method.append('_').append((int) c);
      }
    }
    return method.toString();
  }
}
