package org.qingmen.store.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;

/** A journal that keeps its promises as long as the process lives. */
public final class MemoryJournal implements Journal {

  private final List<JournalEntry> entries = new ArrayList<>();

  @Override
  public synchronized Appended append(List<JournalEntry> more) {
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
