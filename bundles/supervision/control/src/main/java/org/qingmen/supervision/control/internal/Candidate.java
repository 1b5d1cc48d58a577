package org.qingmen.supervision.control.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.qingmen.supervision.control.InForceView.Item;

/**
 * Something that could be in force for an enterprise, and what decides whether it is.
 *
 * @param item what is demanded
 * @param tier how close to the enterprise it was made
 * @param target whom it was made for
 * @param decided when it was approved or declared
 * @param replaces whether it replaces what is further from the enterprise
 * @param alert whether it belongs to an alert
 */
record Candidate(
    Item item, Target.Tier tier, Object target, Instant decided, boolean replaces, boolean alert) {

  private static final Comparator<Candidate> PRECEDENCE =
      Comparator.comparing(Candidate::tier)
          .thenComparing(Candidate::decided, Comparator.reverseOrder())
          .thenComparing(candidate -> candidate.item().id());

  /**
   * Who goes before whom.
   *
   * @param inForce highest precedence first
   * @param replaced the others
   */
  record Resolved(List<Item> inForce, List<Replaced> replaced) {}

  /** Something replaced by something else: {@code closer} or {@code later}. */
  record Replaced(Item item, Item by, String code) {}

  /**
   * What is in force. What belongs to an alert and what stands alone do not replace each other: a
   * plan for ordinary days is none for an alert.
   */
  static Resolved resolve(List<Candidate> candidates) {
    List<Candidate> kept = new ArrayList<>();
    List<Replaced> replaced = new ArrayList<>();
    for (Candidate candidate : candidates.stream().sorted(PRECEDENCE).toList()) {
      kept.stream()
          .filter(candidate::replacedBy)
          .findFirst()
          .ifPresentOrElse(
              before -> replaced.add(candidate.replacement(before)), () -> kept.add(candidate));
    }
    return new Resolved(kept.stream().map(Candidate::item).toList(), replaced);
  }

  private boolean replacedBy(Candidate before) {
    return alert == before.alert && (closer(before) || later(before));
  }

  private boolean closer(Candidate before) {
    return before.replaces && before.tier.compareTo(tier) < 0;
  }

  private boolean later(Candidate before) {
    return before.tier == tier && before.target.equals(target);
  }

  private Replaced replacement(Candidate before) {
    return new Replaced(item, before.item, closer(before) ? "closer" : "later");
  }
}
