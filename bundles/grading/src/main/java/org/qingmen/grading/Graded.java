package org.qingmen.grading;

import java.util.List;
import org.qingmen.engine.GradeDecision;

/**
 * A grade with the decisions it rests on: one per industry of the enterprise, the lowest decides.
 *
 * @param deciding the decision that gives the grade
 * @param industries every industry's decision, in the order of the registry
 */
public record Graded(OfIndustry deciding, List<OfIndustry> industries) {

  public Graded {
    industries = List.copyOf(industries);
  }

  /** The grade; null when no pack grades any of the industries. */
  public String grade() {
    return deciding.decision().grade();
  }

  /** Whether nothing that decides was missing, in any industry. */
  public boolean complete() {
    return industries.stream().allMatch(i -> i.decision().complete());
  }

  /** Whether every threshold that decided is verified, in every industry. */
  public boolean verified() {
    return industries.stream().allMatch(i -> i.decision().verified());
  }

  /**
   * The grade in one industry.
   *
   * @param industry industry code, empty when the enterprise names none
   * @param decision what the rules say
   * @param position journal position where the decision is kept
   */
  public record OfIndustry(String industry, GradeDecision decision, long position) {}
}
