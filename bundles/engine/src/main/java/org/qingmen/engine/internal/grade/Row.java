package org.qingmen.engine.internal.grade;

import org.qingmen.engine.GradeDecision.Requirement;
import org.qingmen.spi.pack.Parameter;

/**
 * One threshold held against what was measured.
 *
 * @param parameter the threshold
 * @param met whether it is met by itself; an unknown threshold never is
 */
record Row(Parameter parameter, boolean met) {

  static Row of(Parameter parameter, Measure measure) {
    boolean known = parameter.value() != null;
    return new Row(parameter, known && measure.meets(parameter.operator(), parameter.value()));
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
        met,
        parameter.clause(),
        parameter.source(),
        parameter.verified());
  }
}
