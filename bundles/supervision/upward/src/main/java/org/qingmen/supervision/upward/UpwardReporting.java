package org.qingmen.supervision.upward;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingmen.model.Text;
import org.qingmen.store.Document;
import org.qingmen.store.Outbox;

/**
 * Reports to platforms above.
 *
 * <p>Refusals: {@code bad-upward-target} with the members that are wrong, {@code
 * unknown-upward-target}, {@code upward-period} for a period that ends before it begins or is
 * longer than 92 days.
 */
public interface UpwardReporting {

  /**
   * Makes or changes a target. Takes effect at once.
   *
   * @param json the target, see {@code upward-target.schema.json}; its {@code secret} is sealed and
   *     never told again; without one the former stays
   */
  Document put(String id, String json, String actor);

  /** The targets by id. */
  List<Document> list();

  /** The target with this id. */
  Optional<Document> get(String id);

  /** Removes a target and what waits for it. */
  void delete(String id, String actor);

  /** How a target is doing. */
  Status status(String id);

  /** Day by day, what is stored here against what was reported. */
  List<Day> days(String id, LocalDate from, LocalDate to);

  /** Entries of the outbox by position. */
  List<Outbox.Entry> entries(Outbox.Query query);

  /** Has items sent again; confirmed ones only when named by their state. */
  int resend(Outbox.Query which, String actor);

  /**
   * Puts into the outbox what is stored here and missing there.
   *
   * @return how many records were missing
   */
  long refill(String id, LocalDate from, LocalDate to, String actor);

  /**
   * How a target is doing.
   *
   * @param behind journal entries that were not looked at yet
   * @param waiting items that wait for a receipt, counted up to 1,000
   * @param lastConfirmed when something was confirmed last since the start, null for never
   * @param trouble what went wrong last, null when nothing is wrong now
   * @param troubleSince since when, null when nothing is wrong
   * @param nextAttempt when it will be tried again, null when nothing is wrong
   */
  record Status(
      long behind,
      int waiting,
      Instant lastConfirmed,
      Text trouble,
      Instant troubleSince,
      Instant nextAttempt) {}

  /**
   * A day.
   *
   * @param passages passages stored here
   * @param ledgerRows rows of ledgers stored here
   * @param stored items that wait
   * @param sent items tried and not answered, whether or not the platform above was reached
   * @param confirmed items with a receipt
   * @param givenUp items given up
   * @param missing records that are stored here and in no item
   */
  record Day(
      LocalDate day,
      long passages,
      long ledgerRows,
      long stored,
      long sent,
      long confirmed,
      long givenUp,
      long missing) {}
}
