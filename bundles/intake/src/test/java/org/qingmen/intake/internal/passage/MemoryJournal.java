package org.qingmen.intake.internal.passage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalUnavailableException;

/** A journal in memory for tests, which can be made to refuse. */
public final class MemoryJournal implements Journal {

  final List<JournalEntry> entries = new ArrayList<>();
  boolean full;

  @Override
  public synchronized Appended append(List<JournalEntry> more) {
    if (full) {
      throw new JournalUnavailableException("full", 5, null);
    }
    long first = entries.size() + 1L;
    entries.addAll(more);
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
  public Optional<Positioned> find(long position) {
    return read(position - 1, 1).stream().findFirst();
  }

  @Override
  public synchronized long end() {
    return entries.size();
  }

  @Override
  public boolean awaitBeyond(long position, Duration timeout) {
    return end() > position;
  }
}
