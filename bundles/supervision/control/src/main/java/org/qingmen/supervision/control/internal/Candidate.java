package org.qingmen.supervision.control.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.qingmen.spi.facts.Control;

/**
 * A control that could be in force for an enterprise, and what decides whether it is.
 *
 * @param control what is demanded
 * @param tier how close to the enterprise it was made
 * @param target whom it was made for
 * @param decided when it was approved or declared
 * @param replaces whether it replaces what is further from the enterprise
 */
record Candidate(
    Control control, Target.Tier tier, Object target, Instant decided, boolean replaces) {

  private static final Comparator<Candidate> PRECEDENCE =
      Comparator.comparing(Candidate::tier)
          .thenComparing(Candidate::decided, Comparator.reverseOrder())
          .thenComparing(candidate -> candidate.control().id());

  /**
   * What is in force, highest precedence first. What belongs to an alert and what stands alone do
   * not replace each other: a plan for ordinary days is none for an alert.
   */
  static List<Control> resolve(List<Candidate> candidates) {
    List<Candidate> kept = new ArrayList<>();
    candidates.stream()
        .sorted(PRECEDENCE)
        .filter(candidate -> kept.stream().noneMatch(candidate::replacedBy))
        .forEach(kept::add);
    return kept.stream().map(Candidate::control).toList();
  }

  private boolean replacedBy(Candidate before) {
    boolean sameOccasion = (control.alert() == null) == (before.control.alert() == null);
    boolean closer = before.replaces && before.tier.compareTo(tier) < 0;
    boolean later = before.tier == tier && before.target.equals(target);
    return sameOccasion && (closer || later);
  }
}
