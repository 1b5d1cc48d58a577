package org.qingmen.engine.internal.pack;

import java.util.List;

/**
 * A rule as its author declared it.
 *
 * @param name name of the rule
 * @param drlPackage package it is declared in
 * @param code {@code @code}
 * @param clause {@code @clause}
 * @param zh message template in Chinese
 * @param en message template in English
 * @param pack id of the pack that holds it
 * @param file path in that pack
 * @param line line of the rule
 * @param evidence {@code @evidence}: JSON pointers into the facts, separated by commas; null for
 *     none
 * @param order position among all rules, for a stable order of what they say
 */
public record RuleMeta(
    String name,
    String drlPackage,
    String code,
    String clause,
    String zh,
    String en,
    String pack,
    String file,
    int line,
    String evidence,
    int order) {

  /** What tells it from every other rule. */
  public String key() {
    return drlPackage + "." + name;
  }

  /** The evidence one by one; null when the rule names none. */
  public List<String> evidenceList() {
    return evidence == null ? null : List.of(evidence.strip().split("\\s*,\\s*"));
  }

  /** The same at another position. */
  public RuleMeta at(int position) {
    return new RuleMeta(
        name, drlPackage, code, clause, zh, en, pack, file, line, evidence, position);
  }
}
