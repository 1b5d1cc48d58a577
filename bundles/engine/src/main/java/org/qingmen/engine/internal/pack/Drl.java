package org.qingmen.engine.internal.pack;

import java.util.List;

/**
 * One DRL file that was read without a fault.
 *
 * @param pack id of the pack that holds it
 * @param path path in the pack
 * @param drlPackage package it declares
 * @param text its text
 * @param rules its rules
 */
public record Drl(String pack, String path, String drlPackage, String text, List<RuleMeta> rules) {

  public Drl {
    rules = List.copyOf(rules);
  }

  /** Line of the rule that holds a line of this file. */
  public String ruleAt(int line) {
    String name = null;
    for (RuleMeta rule : rules) {
      if (rule.line() <= line) {
        name = rule.name();
      }
    }
    return name;
  }
}
