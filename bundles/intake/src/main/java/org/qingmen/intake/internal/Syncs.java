package org.qingmen.intake.internal;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.qingmen.spi.journal.JournalUnavailableException;

/** Waiting for the disk. */
public final class Syncs {

  private static final int LONGEST_SECONDS = 20;

  private Syncs() {}

  /**
   * Waits until an append is synced.
   *
   * @throws JournalUnavailableException when it failed or takes unreasonably long; the caller must
   *     not acknowledge
   */
  public static void await(CompletableFuture<Void> synced) {
    try {
      synced.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof JournalUnavailableException unavailable) {
        throw unavailable;
      }
      throw new JournalUnavailableException("not synced", 5, e.getCause());
    } catch (TimeoutException e) {
      throw new JournalUnavailableException("the disk does not answer", 5, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalUnavailableException("interrupted while syncing", 5, e);
    }
  }
}
