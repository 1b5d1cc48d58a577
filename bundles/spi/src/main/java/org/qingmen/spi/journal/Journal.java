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

  /**
   * Goes through a long stretch once, oldest first. Nothing of it is kept in memory, and what is of
   * another kind, and the messages as received, are not even copied: so it is much cheaper than
   * {@link #read} for a job over millions of entries, and dearer for a few.
   *
   * @param after exclusive
   * @param until included; what lies beyond {@link #end} is left out
   * @param kind only these
   * @param visitor told of each entry, in the caller's thread
   */
  default void scan(long after, long until, JournalEntry.Kind kind, Visitor visitor) {
    long at = after;
    while (at < until) {
      List<Positioned> some = read(at, (int) Math.min(1000, until - at));
      if (some.isEmpty()) {
        return;
      }
      for (Positioned one : some) {
        if (one.entry().kind() == kind) {
          visitor.entry(one.position(), one.entry().document());
        }
      }
      at = some.get(some.size() - 1).position();
    }
  }

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

  /** Is told of entries by {@link #scan}. */
  @FunctionalInterface
  interface Visitor {

    /** An entry: where it lies, and its document, which is the visitor's to keep. */
    void entry(long position, byte[] document);
  }

  /** An entry and where it lies. */
  record Positioned(long position, JournalEntry entry) {}
}
