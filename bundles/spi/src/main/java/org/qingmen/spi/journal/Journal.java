package org.qingmen.spi.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A durable, ordered log of everything that was received. Safe for concurrent use. */
public interface Journal {

  /**
   * Appends entries next to one another and in order; concurrent callers share one sync.
   *
   * @return the positions, and a future that completes when the entries are synced to disk, or
   *     fails with {@link JournalUnavailableException}; after a failure the sender must send again,
   *     and what the disk kept of the first attempt is then recognised as a duplicate
   * @throws JournalUnavailableException when the journal cannot take records now (disk full,
   *     closed)
   */
  Appended append(List<JournalEntry> entries);

  /**
   * Synced entries after a position, oldest first.
   *
   * @param after exclusive; 0 reads from the beginning
   * @param limit at most so many, at least 1
   */
  List<Positioned> read(long after, int limit);

  /** The synced entry at this position, empty when there is none. */
  Optional<Positioned> find(long position);

  /** Position of the last synced entry; 0 when the journal is empty. */
  long end();

  /**
   * Waits until something is synced beyond a position.
   *
   * @return whether there is; false after the time-out
   */
  boolean awaitBeyond(long position, Duration timeout) throws InterruptedException;

  /**
   * Positions given to an append.
   *
   * @param first position of its first entry; the others follow one by one
   * @param synced completes when all of them are on disk
   */
  record Appended(long first, CompletableFuture<Void> synced) {}

  /** An entry and where it lies. */
  record Positioned(long position, JournalEntry entry) {}
}
