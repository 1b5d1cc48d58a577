package org.qingmen.intake.internal.journal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;

/**
 * The entries that lie in the write-ahead log only, in memory. Positions are given here; what is
 * not synced yet cannot be read.
 */
final class Tail {

  private List<Positioned> entries = new ArrayList<>();
  private long archived;
  private long synced;
  private long next;

  /** Starts after the archive with what the log held. */
  synchronized void reset(long archiveEnd, List<Positioned> recovered) {
    entries = new ArrayList<>(recovered);
    archived = archiveEnd;
    synced = recovered.isEmpty() ? archiveEnd : recovered.get(recovered.size() - 1).position();
    next = synced + 1;
    notifyAll();
  }

  synchronized long add(JournalEntry entry) {
    entries.add(new Positioned(next, entry));
    return next++;
  }

  /** Everything from {@code first} to {@code last} is on disk; groups arrive in order. */
  synchronized void synced(long first, long last) {
    if (first != synced + 1) {
      throw new IllegalStateException("position " + first + " was synced after " + synced);
    }
    synced = last;
    notifyAll();
  }

  synchronized long syncedEnd() {
    return synced;
  }

  synchronized int size() {
    return entries.size();
  }

  /** Synced entries after a position; empty when the first of them lies in the archive already. */
  synchronized Optional<List<Positioned>> read(long after, int limit) {
    if (after < archived) {
      return Optional.empty();
    }
    int from = (int) (after - archived);
    int to = (int) Math.min((long) from + limit, synced - archived);
    return Optional.of(from >= to ? List.of() : List.copyOf(entries.subList(from, to)));
  }

  /** The oldest entries, when that many are synced; else none. */
  synchronized List<Positioned> oldest(int count) {
    return synced - archived < count ? List.of() : List.copyOf(entries.subList(0, count));
  }

  /** Drops the oldest entries after they were archived. */
  synchronized void dropOldest(int count) {
    archived = entries.get(count - 1).position();
    entries = new ArrayList<>(entries.subList(count, entries.size()));
  }

  /** Waits until something is synced beyond a position, or something else happened. */
  synchronized boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (synced <= position) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }
}
