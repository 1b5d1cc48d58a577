package org.qingmen.supervision.suspicion;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.spi.intake.PassageCorrections;
import org.qingmen.store.Page;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.store.SuspicionStore.Concerned;
import org.qingmen.store.SuspicionStore.Step;

/**
 * Suspicious information (可疑信息下发): findings go to the enterprise with a deadline, it answers, an
 * officer rules. Which findings, and which deadline, say the packs of kind {@code suspicion}. Safe
 * for concurrent use; every method refuses by {@link org.qingmen.spi.refusal.Refusal}.
 */
public interface Suspicions {

  /** The item with this id. */
  Optional<Suspicion> find(String id);

  /** Items, newest first. */
  Page<Suspicion> list(SuspicionQuery query);

  /** Every step taken, oldest first. */
  List<Step> history(String id);

  /** Records concerned, oldest first, at most a thousand. */
  List<Concerned> records(String id);

  /** Numbers of items by state; overdue ones under {@code overdue} as well. */
  Map<String, Long> counts(String enterprise, String divisionPrefix);

  /** The enterprise answers; what it corrects counts when an officer accepts it. */
  Suspicion reply(String id, Reply reply, String actor);

  /** An officer rules; accepting a correction corrects the records. */
  Ruled rule(String id, Ruling ruling, String actor);

  /**
   * The enterprise asks for a correction that nobody asked it for; it waits for an officer like an
   * answer.
   */
  Suspicion propose(String receipt, Reply reply, String actor);

  /** An officer corrects a record at once. */
  PassageCorrections.Applied correct(String receipt, String patch, String reason, String actor);

  /**
   * An answer.
   *
   * @param kind {@code confirmed} (属实), {@code corrected} (更正), {@code disputed} (有异议)
   * @param text in the enterprise's words
   * @param files files as JSON array of {@code {id or sha256, name}}; {@code []} for none
   * @param patch JSON Merge Patch of the records; null unless corrected
   * @param receipts records it corrects; empty for all that the item concerns
   */
  record Reply(String kind, String text, String files, String patch, List<String> receipts) {

    public Reply {
      receipts = List.copyOf(receipts);
    }
  }

  /**
   * A ruling.
   *
   * @param decision {@code accept}, {@code reject}, {@code return}
   * @param text reason; needed unless accepted
   */
  record Ruling(String decision, String text) {}

  /**
   * What a ruling led to.
   *
   * @param item the item afterwards
   * @param corrections records that were corrected
   * @param position journal position to read after; 0 when nothing was corrected
   */
  record Ruled(Suspicion item, List<PassageCorrections.Applied> corrections, long position) {

    public Ruled {
      corrections = List.copyOf(corrections);
    }
  }
}
