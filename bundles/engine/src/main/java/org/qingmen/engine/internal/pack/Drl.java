package org.qingmen.engine.internal.pack;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One DRL file that was read without a fault.
 *
 * @param pack id of the pack that holds it
 * @param origin where its lines were written
 * @param drlPackage package it declares
 * @param text its text
 * @param rules its rules
 * @param spans where each rule begins and ends in the text, by its name
 */
public record Drl(
    String pack,
    Origin origin,
    String drlPackage,
    String text,
    List<RuleMeta> rules,
    Map<String, Span> spans) {

  public Drl {
    rules = List.copyOf(rules);
    spans = Map.copyOf(spans);
  }

  /** Characters from the first to behind the last. */
  public record Span(int begin, int end) {}

  /** Path in the pack, with the sheet of a table. */
  public String path() {
    return origin.path();
  }

  /** The same file with some rules blanked out; all others keep their lines. */
  public Drl without(Set<String> keys) {
    List<RuleMeta> kept = rules.stream().filter(rule -> !keys.contains(rule.key())).toList();
    if (kept.size() == rules.size()) {
      return this;
    }
    StringBuilder blanked = new StringBuilder(text);
    for (RuleMeta rule : rules) {
      Span span = spans.get(rule.name());
      if (keys.contains(rule.key()) && span != null) {
        for (int i = span.begin(); i < span.end(); i++) {
          if (blanked.charAt(i) != '\n') {
            blanked.setCharAt(i, ' ');
          }
        }
      }
    }
    return new Drl(pack, origin, drlPackage, blanked.toString(), kept, spans);
  }
}
