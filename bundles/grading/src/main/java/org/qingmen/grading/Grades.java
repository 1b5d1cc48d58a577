package org.qingmen.grading;

/** Transport grades. Safe for concurrent use. */
public interface Grades {

  /**
   * The transport grade of an enterprise over a period. The same facts and packs give the same
   * stored decision.
   *
   * @throws org.qingmen.spi.refusal.Refusal {@code unknown-enterprise}, or {@code bad-period} when
   *     it ends before it begins
   * @throws org.qingmen.store.StoreUnavailableException when the database is away
   * @throws org.qingmen.spi.journal.JournalUnavailableException when the decision cannot be kept
   */
  Graded grade(GradeQuestion question);
}
