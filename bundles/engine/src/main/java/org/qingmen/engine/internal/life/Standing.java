package org.qingmen.engine.internal.life;

import java.time.LocalDate;
import java.util.List;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus.Signers;
import org.qingmen.engine.StoppedRule;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

/**
 * Where a pack stands.
 *
 * @param state state
 * @param signers whose signatures it carries
 * @param problems why it was refused or stopped
 * @param bases what it was built on, the widest first
 * @param turn in which order packs were put into service; 0 when it is not in service
 * @param from first day on which it serves when later than its validity; else null
 * @param stopped rules that must not fire
 */
record Standing(
    PackState state,
    Signers signers,
    List<PackProblem> problems,
    List<PackRef> bases,
    long turn,
    LocalDate from,
    List<StoppedRule> stopped) {

  Standing {
    problems = List.copyOf(problems);
    bases = List.copyOf(bases);
    stopped = List.copyOf(stopped);
  }

  /** In another state; out of service it loses its turn. */
  Standing in(PackState next) {
    boolean serving = next == PackState.ACTIVE || next == PackState.SUPERSEDED;
    return new Standing(next, signers, problems, bases, serving ? turn : 0, from, stopped);
  }

  /** Stopped for a reason. */
  Standing stopped(PackProblem problem) {
    return new Standing(PackState.QUARANTINED, signers, List.of(problem), bases, 0, from, stopped);
  }

  /** In service from now on. */
  Standing serving(long next, LocalDate firstDay) {
    return new Standing(PackState.ACTIVE, signers, List.of(), bases, next, firstDay, stopped);
  }

  /** Built on other bases. */
  Standing on(List<PackRef> other) {
    return new Standing(state, signers, problems, other, turn, from, stopped);
  }

  /** With other signatures. */
  Standing signed(Signers by) {
    return new Standing(state, by, problems, bases, turn, from, stopped);
  }

  /** With these rules stopped. */
  Standing without(List<StoppedRule> rules) {
    return new Standing(state, signers, problems, bases, turn, from, rules);
  }
}
