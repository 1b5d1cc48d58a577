package org.qingmen.engine.internal.decide;

import java.time.LocalDate;
import java.util.List;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.spi.facts.GradingFacts;

/** Grades by one given pack, whether it is in force or not. */
public final class GradesBy {

  private GradesBy() {}

  /**
   * The grade by a pack that the caller has entered.
   *
   * @param from first day on which the pack may be asked for its parameters
   */
  public static GradeDecision pack(CompiledPack pack, GradingFacts facts, LocalDate from) {
    return new GradeRun(facts, null, from).grade(List.of(pack));
  }

  /** The answer where no pack grades the industry. */
  public static GradeDecision none(GradingFacts facts) {
    return new GradeRun(facts, null).grade(List.of());
  }
}
