package org.qingmen.engine;

import java.util.List;

/**
 * What the cases of a pack have seen of its rules.
 *
 * @param id id of the pack
 * @param version its version
 * @param cases number of its cases
 * @param rules its rules, those of the base first
 */
public record PackCoverage(String id, String version, int cases, List<Rule> rules) {

  /**
   * A rule.
   *
   * @param rule name
   * @param code code
   * @param pack pack that holds it
   * @param file file in that pack
   * @param line line
   * @param cases sentences of the cases in which it fired
   * @param conditions its conditions; empty when the rule is not understood one by one
   */
  public record Rule(
      String rule,
      String code,
      String pack,
      String file,
      int line,
      List<String> cases,
      List<Condition> conditions) {}

  /**
   * A condition of a rule.
   *
   * @param file file; of a table with the cell
   * @param line line; 0 in a table
   * @param text as written
   * @param held whether it held in a case
   * @param failed whether it failed in a case in which everything before it in its pattern held
   */
  public record Condition(String file, int line, String text, boolean held, boolean failed) {

    /** Whether both were seen. */
    public boolean covered() {
      return held && failed;
    }
  }

  /** Rules that fired in a case. */
  public long rulesCovered() {
    return rules.stream().filter(rule -> !rule.cases().isEmpty()).count();
  }

  /** Number of conditions. */
  public long conditions() {
    return rules.stream().mapToLong(rule -> rule.conditions().size()).sum();
  }

  /** Conditions that both held and failed in cases. */
  public long conditionsCovered() {
    return rules.stream()
        .flatMap(rule -> rule.conditions().stream())
        .filter(Condition::covered)
        .count();
  }
}
