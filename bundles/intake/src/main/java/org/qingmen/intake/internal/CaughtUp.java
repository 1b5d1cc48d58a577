package org.qingmen.intake.internal;

import java.time.Duration;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.Projection;

/** Waits until the database has followed the journal, so that it is certain what stands. */
public final class CaughtUp {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int RETRY_SECONDS = 2;

  private final Journal journal;
  private final Projection projection;
  private final RefusalTexts texts = RefusalTexts.beside(CaughtUp.class);

  public CaughtUp(Journal journal, Projection projection) {
    this.journal = journal;
    this.projection = projection;
  }

  /**
   * Waits for what is in the journal now.
   *
   * @param what what is to be corrected, for the refusal
   * @throws Refusal {@code correction-waits} when the database does not follow in time
   */
  public void await(String what) {
    try {
      if (projection.awaitPosition(journal.end(), PATIENCE)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw texts
        .refusal(Refusal.Kind.UNAVAILABLE, "correction-waits", what)
        .retryAfter(RETRY_SECONDS);
  }
}
