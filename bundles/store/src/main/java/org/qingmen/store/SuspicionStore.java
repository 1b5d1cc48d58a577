package org.qingmen.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Suspicious information with its records and every step taken. Safe for concurrent use. */
public interface SuspicionStore {

  /** Journal position up to which findings have been looked at. */
  long cursor();

  /**
   * Takes findings and moves the cursor in one transaction, so that a restart neither loses nor
   * doubles one. A finding of a record that has an item already changes nothing.
   *
   * @param position new cursor, null to leave it
   * @return items that were opened; those that only gained a record are left out
   */
  List<Suspicion> take(Long position, List<Found> found);

  /** The item with this id. */
  Optional<Suspicion> find(String id);

  /** Items, newest first. */
  Page<Suspicion> list(SuspicionQuery query);

  /** Every step, oldest first. */
  List<Step> steps(String id);

  /** Records concerned, oldest first, at most {@code limit}. */
  List<Concerned> records(String id, int limit);

  /** Items whose deadline has passed unanswered and was not escalated yet. */
  List<Suspicion> due(Instant now, int limit);

  /** Numbers of items by state, overdue ones under {@code overdue} as well. */
  java.util.Map<String, Long> counts(String enterprise, String divisionPrefix);

  /**
   * Takes a step.
   *
   * @param expectedSteps steps the caller has read
   * @throws VersionConflictException when somebody else took one meanwhile
   */
  Suspicion step(String id, int expectedSteps, Change change);

  /**
   * A finding that becomes an item, or one more record of an open one.
   *
   * @param item the item as it would be opened
   * @param record the record concerned
   * @param actor who opens it
   * @param mark what tells it from another item of the same record: the code of the finding, or the
   *     item's own id
   */
  record Found(Suspicion item, Concerned record, String actor, String mark) {}

  /** A record concerned by an item. */
  record Concerned(long position, String receipt, Instant passed) {}

  /**
   * A step to take.
   *
   * @param state state afterwards
   * @param overdue whether it is escalated afterwards
   * @param deadline deadline afterwards
   * @param reply the answer that counts afterwards, may be null
   * @param at when
   * @param actor who
   * @param action {@code reply}, {@code accept}, {@code reject}, {@code return}, {@code overdue}
   * @param body JSON of the step
   */
  record Change(
      String state,
      boolean overdue,
      Instant deadline,
      String reply,
      Instant at,
      String actor,
      String action,
      String body) {}

  /** A step that was taken. */
  record Step(int number, Instant at, String actor, String action, String body) {}
}
