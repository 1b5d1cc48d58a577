package org.qingmen.engine.internal.grade;

import org.qingmen.engine.GradeDecision.Requirement;
import org.qingmen.spi.pack.Parameter;

/**
 * One threshold held against what was measured.
 *
 * @param parameter the threshold
 * @param measured whether what was measured meets it; an unknown threshold never is
 * @param waived whether it is met by a waiver only
 */
record Row(Parameter parameter, boolean measured, boolean waived) {

  static Row of(Parameter parameter, Measure measure) {
    boolean known = parameter.value() != null;
    boolean measured = known && measure.meets(parameter.operator(), parameter.value());
    boolean waived =
        known && !measured && measure.waives(parameter.operator(), parameter.value()).isPresent();
    return new Row(parameter, measured, waived);
  }

  /** Whether it counts as met, be it by a waiver. */
  boolean met() {
    return measured || waived;
  }

  boolean unknown() {
    return parameter.value() == null;
  }

  Requirement requirement() {
    return new Requirement(
        parameter.grade(),
        parameter.alternativeGroup(),
        parameter.operator(),
        parameter.value(),
        measured,
        waived,
        parameter.clause(),
        parameter.source(),
        parameter.verified());
  }
}
