package org.qingmen.engine;

import java.util.List;
import java.util.Set;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.pack.PackDescriptor;

/**
 * The packs in service beside the same packs with a candidate in the place of those of its id.
 * Where the candidate is valid only from a later day, its parameters are those of that day: the
 * question is what would have happened, had it been in force. Safe for concurrent use.
 */
public interface Comparison extends AutoCloseable {

  /** Kind of the candidate. */
  PackDescriptor.Kind kind();

  /** The pack of the candidate's id that serves, the one valid latest; null when there is none. */
  PackRef serving();

  /**
   * Compares a stored passage or gate check. Only rules that differ are evaluated, and facts that
   * look the same to them only once; the answer is that of {@link #whole}.
   */
  Compared passage(byte[] decisionDocument);

  /** The same without any short cut: every rule of every pack, twice. */
  Compared whole(byte[] decisionDocument);

  /** Compares the grade of an enterprise in an industry. */
  ComparedGrade grade(GradingFacts facts);

  /**
   * Compares a stored grade by its facts.
   *
   * @return null when the document holds no facts of a grade that can be read
   */
  ComparedGrade grade(byte[] decisionDocument);

  /** How the answers came about so far. */
  Effort effort();

  /** Lets go of the packs. */
  @Override
  void close();

  /**
   * What a comparison of one stored decision came to.
   *
   * @param readable whether the document could be read; all else is null or empty when not
   * @param enterprise discharge-unit code; null when the decision is not one of those wanted
   * @param division division of the enterprise, may be null
   * @param before verdict of the packs in service; null when both verdicts are the same
   * @param after verdict with the candidate; null when both verdicts are the same
   * @param gone what rules say now and would not say any more
   * @param fresh what rules would say and do not say now
   */
  record Compared(
      boolean readable,
      String enterprise,
      String division,
      Verdict before,
      Verdict after,
      Set<Statement> gone,
      Set<Statement> fresh) {

    public Compared {
      gone = Set.copyOf(gone);
      fresh = Set.copyOf(fresh);
    }

    /** Whether it could be read and is one of those that are wanted. */
    public boolean wanted() {
      return enterprise != null;
    }

    /** Whether the verdict is another. */
    public boolean flips() {
      return before != after;
    }

    /** Whether anything is said otherwise. */
    public boolean differs() {
      return flips() || !gone.isEmpty() || !fresh.isEmpty();
    }
  }

  /**
   * What a rule says of a passage, its wording aside.
   *
   * @param pack pack that holds the rule
   * @param rule name of the rule
   * @param code its code
   * @param says code of a verdict, or of a severity for a finding
   * @param field field of a finding; null for a verdict
   */
  record Statement(String pack, String rule, String code, String says, String field) {}

  /**
   * Two grades.
   *
   * @param before by the packs in service
   * @param after with the candidate; the same object when it does not concern the enterprise
   * @param indicators codes of indicators whose value or best grade changes
   */
  record ComparedGrade(GradeDecision before, GradeDecision after, List<String> indicators) {

    /** Whether the grade is another. */
    public boolean flips() {
      return !java.util.Objects.equals(before.grade(), after.grade());
    }
  }

  /**
   * How answers came about.
   *
   * @param remembered by facts that looked the same
   * @param evaluated by the rules that differ
   * @param whole by all rules
   */
  record Effort(long remembered, long evaluated, long whole) {}
}
