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
 * @param file path in that pack; of a table with the cell of its id
 * @param line line of the rule; 0 in a table
 * @param evidence {@code @evidence}: JSON pointers into the facts, separated by commas; null for
 *     none
 * @param origin where the lines of its text were written
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
    Origin origin,
    int order) {

  /** What tells it from every other rule. */
  public String key() {
    return drlPackage + "." + name;
  }

  /** The evidence one by one; null when the rule names none. */
  public List<String> evidenceList() {
    return evidence == null ? null : List.of(evidence.strip().split("\\s*,\\s*"));
  }

  /** Where the rule is written. */
  public Place place() {
    return new Place(file, line);
  }

  /** Where a line of its text was written. */
  public Place placeOf(int textLine) {
    return origin.at(textLine);
  }

  /** The same at another position. */
  public RuleMeta at(int position) {
    return new RuleMeta(
        name, drlPackage, code, clause, zh, en, pack, file, line, evidence, origin, position);
  }
}
