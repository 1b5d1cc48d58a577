package org.qingmen.engine;

import java.util.List;
import org.qingmen.spi.pack.Parameter;

/**
 * What differs between two versions of a rule pack, without what they extend.
 *
 * @param descriptor members of {@code pack.yaml} that differ
 * @param rules rules that were added, removed or changed, in the order of the later version
 * @param parameters dated values that were added, removed or changed
 * @param cases cases that were added, removed or changed
 */
public record PackDifference(
    List<Member> descriptor,
    List<RuleChange> rules,
    List<ParameterChange> parameters,
    List<CaseChange> cases) {

  public PackDifference {
    descriptor = List.copyOf(descriptor);
    rules = List.copyOf(rules);
    parameters = List.copyOf(parameters);
    cases = List.copyOf(cases);
  }

  /** Whether nothing differs. */
  public boolean none() {
    return descriptor.isEmpty() && rules.isEmpty() && parameters.isEmpty() && cases.isEmpty();
  }

  /** How something differs. */
  public enum Kind {
    /** Only the later version has it. */
    ADDED,
    /** Only the earlier version has it. */
    REMOVED,
    /** Both have it, otherwise. */
    CHANGED
  }

  /** A member of the descriptor; null where it is not given. */
  public record Member(String name, String before, String after) {}

  /**
   * A rule.
   *
   * @param rule its name
   * @param code its code
   * @param clause its clause
   * @param file where it is written, in the later version unless it was removed
   * @param line line of the rule
   * @param text its text line by line
   */
  public record RuleChange(
      Kind kind, String rule, String code, String clause, String file, int line, List<Line> text) {

    public RuleChange {
      text = List.copyOf(text);
    }
  }

  /** A line of text: in both versions (null), added or removed. */
  public record Line(Kind kind, String text) {}

  /** A dated value; null where a version has none. */
  public record ParameterChange(Kind kind, String name, Parameter before, Parameter after) {}

  /** A case by its sentence; what is given and expected as JSON, null where a version has none. */
  public record CaseChange(Kind kind, String sentence, String before, String after) {}
}
