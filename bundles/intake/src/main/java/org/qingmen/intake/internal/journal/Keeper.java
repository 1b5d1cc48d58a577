package org.qingmen.intake.internal.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Archives the journal's oldest entries and opens it again after a failure, in the background. */
final class Keeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final Duration REST = Duration.ofMillis(500);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final DiskJournal journal;
  private final Thread thread;
  private boolean stopped;

  Keeper(DiskJournal journal) {
    this.journal = journal;
    thread = new Thread(this::work, "qingmen-journal-keeper");
    thread.setDaemon(true);
    thread.start();
  }

  private void work() {
    while (!stopped()) {
      Duration rest = REST;
      try {
        journal.repair();
        if (journal.archiveOldest()) {
          continue;
        }
      } catch (IOException | UncheckedIOException e) {
        LOG.warn("The journal's archive waits: {}", e.getMessage());
        rest = AFTER_FAILURE;
      }
      pause(rest);
    }
  }

  private synchronized boolean stopped() {
    return stopped;
  }

  /** Rests; not by an interruptible sleep, because an interrupt would close the log's channel. */
  private synchronized void pause(Duration rest) {
    try {
      if (!stopped) {
        wait(rest.toMillis());
      }
    } catch (InterruptedException e) {
      stopped = true;
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
