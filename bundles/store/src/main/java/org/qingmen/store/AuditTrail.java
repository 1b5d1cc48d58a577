package org.qingmen.store;

/** Who did what, chained by hash so that nothing can be altered or taken out silently. */
public interface AuditTrail {

  /** Appends one act durably. */
  AuditEntry append(String actor, String action, String target, String detailJson);

  /**
   * Entries, newest first.
   *
   * @param actor only of this actor, null for all
   * @param action only actions that begin so, null for all
   * @param cursor {@link Page#next} of the page before, null for the first
   * @param limit 1 to 1000
   */
  Page<AuditEntry> list(String actor, String action, String cursor, int limit);

  /** Checks the whole chain; names the first row that was altered or is missing. */
  ChainCheck verify();
}
