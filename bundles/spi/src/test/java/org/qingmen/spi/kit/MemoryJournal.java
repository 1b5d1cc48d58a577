package org.qingmen.spi.kit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalUnavailableException;

/** A journal that keeps its promises as long as the process lives; can be full like a disk. */
public final class MemoryJournal implements Journal {

  private final List<JournalEntry> entries = new ArrayList<>();
  private boolean full;

  /** Refuses what is appended from now on, or takes it again. */
  public synchronized void full(boolean now) {
    full = now;
  }

  /** All that was appended. */
  public synchronized List<JournalEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public synchronized Appended append(List<JournalEntry> more) {
    if (full) {
      throw new JournalUnavailableException("the disk is full", 5, null);
    }
    long first = entries.size() + 1L;
    entries.addAll(more);
    notifyAll();
    return new Appended(first, CompletableFuture.completedFuture(null));
  }

  @Override
  public synchronized List<Positioned> read(long after, int limit) {
    List<Positioned> found = new ArrayList<>();
    for (long p = after + 1; p <= entries.size() && found.size() < limit; p++) {
      found.add(new Positioned(p, entries.get((int) p - 1)));
    }
    return found;
  }

  @Override
  public synchronized Optional<Positioned> find(long position) {
    return position < 1 || position > entries.size()
        ? Optional.empty()
        : Optional.of(new Positioned(position, entries.get((int) position - 1)));
  }

  @Override
  public synchronized long end() {
    return entries.size();
  }

  @Override
  public synchronized boolean awaitBeyond(long position, Duration timeout)
      throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (entries.size() <= position) {
      long millis = (deadline - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
    return true;
  }
}
