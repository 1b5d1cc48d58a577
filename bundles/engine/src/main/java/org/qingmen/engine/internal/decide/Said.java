package org.qingmen.engine.internal.decide;

import java.util.List;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.model.Severity;
import org.qingmen.model.Text;
import org.qingmen.model.Verdict;

/**
 * One thing a rule said.
 *
 * @param packOrder position of the pack among those that decide
 * @param rule the rule
 * @param verdict verdict; null for a finding
 * @param severity severity; null for a verdict
 * @param field field concerned; null for a verdict
 * @param message message with its placeholders filled
 */
record Said(
    int packOrder, RuleMeta rule, Verdict verdict, Severity severity, String field, Text message)
    implements Comparable<Said> {

  /** In the order of packs and rules, so that it does not depend on the order of firing. */
  @Override
  public int compareTo(Said other) {
    int packs = Integer.compare(packOrder, other.packOrder);
    int rules = packs != 0 ? packs : Integer.compare(rule.order(), other.rule.order());
    return rules != 0 ? rules : message.zh().compareTo(other.message.zh());
  }

  static List<Said> sorted(List<Said> said) {
    return said.stream().sorted().distinct().toList();
  }
}
