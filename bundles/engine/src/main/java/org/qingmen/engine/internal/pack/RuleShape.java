package org.qingmen.engine.internal.pack;

import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.NamedConsequenceDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.PatternSourceDescr;

/**
 * What the conditions of a rule look like before anything compiles them. The compiler writes a rule
 * once for every combination of its {@code or} branches, so that a short rule can fill the memory;
 * patterns joined without bound do the same when the rule is evaluated.
 */
final class RuleShape {

  private static final int MOST_PATTERNS = 12;
  private static final int MOST_BRANCHES = 64;

  private final Report report;
  private int patterns;

  private RuleShape(Report report) {
    this.report = report;
  }

  /** Takes what is wrong at a line of the rules. */
  interface Report {

    void add(int line, String code, Object... values);
  }

  /** Reports what cannot be compiled safely. */
  static void check(BaseDescr conditions, int line, Report report) {
    RuleShape shape = new RuleShape(report);
    long branches = shape.branches(conditions);
    if (branches > MOST_BRANCHES) {
      report.add(line, "drl-too-many", "or", branches, MOST_BRANCHES);
    }
    if (shape.patterns > MOST_PATTERNS) {
      report.add(line, "drl-too-many", "patterns", shape.patterns, MOST_PATTERNS);
    }
  }

  /** Combinations of branches, counted no further than needed. */
  private long branches(BaseDescr descr) {
    if (descr instanceof PatternDescr pattern) {
      patterns++;
      if (!pattern.getBehaviors().isEmpty()) {
        forbid(pattern, "window");
      }
      return pattern.getSource() == null ? 1 : source(pattern.getSource());
    }
    if (descr instanceof NamedConsequenceDescr || descr instanceof ConditionalBranchDescr) {
      forbid(descr, "do");
    }
    if (!(descr instanceof ConditionalElementDescr group)) {
      return 1;
    }
    boolean either = descr instanceof OrDescr;
    long all = either ? 0 : 1;
    for (Object part : group.getDescrs()) {
      long one = part instanceof BaseDescr inner ? branches(inner) : 1;
      all = Math.min(either ? all + one : all * one, Integer.MAX_VALUE);
    }
    return Math.max(all, 1);
  }

  private long source(PatternSourceDescr source) {
    if (!(source instanceof AccumulateDescr accumulate)) {
      forbid(source, "from");
      return 1;
    }
    if (accumulate.getInitCode() != null) {
      forbid(source, "accumulate(init, action, result)");
    }
    return accumulate.getInput() == null ? 1 : branches(accumulate.getInput());
  }

  private void forbid(BaseDescr descr, String what) {
    report.add(Math.max(descr.getLine(), 1), "drl-forbidden", what);
  }
}
