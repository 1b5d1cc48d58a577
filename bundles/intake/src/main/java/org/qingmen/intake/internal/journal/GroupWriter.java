package org.qingmen.intake.internal.journal;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.qingmen.spi.journal.JournalUnavailableException;

/**
 * Writes what waits, all of it with one sync; while it syncs, the next group gathers. One thread,
 * so entries reach the disk in the order of their positions.
 */
final class GroupWriter implements AutoCloseable {

  /**
   * A group is not much larger than this, so that what overfills it still fits into one record of
   * the log; a single append may be larger.
   */
  private static final int LARGEST = WriteAheadLog.LARGEST_GROUP / 2;

  private final Deque<Append> waiting = new ArrayDeque<>();
  private final Target target;
  private final Consumer<String> onFailure;
  private final Thread thread;
  private boolean stopped;

  /** Where groups go. */
  interface Target {

    /** Writes a group and returns when it is on disk. */
    void write(long first, List<byte[]> entries) throws IOException;

    /** Everything from first to last is on disk. */
    void synced(long first, long last);
  }

  private record Append(long first, List<byte[]> entries, CompletableFuture<Void> done) {}

  GroupWriter(Target target, Consumer<String> onFailure) {
    this.target = target;
    this.onFailure = onFailure;
    thread = new Thread(this::work, "qingmen-journal-writer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Hands over an append; positions must follow one another. */
  synchronized CompletableFuture<Void> add(long first, List<byte[]> entries) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    waiting.addLast(new Append(first, entries, done));
    notifyAll();
    return done;
  }

  private void work() {
    for (List<Append> group = next(); !group.isEmpty(); group = next()) {
      try {
        List<byte[]> entries = new ArrayList<>();
        group.forEach(append -> entries.addAll(append.entries()));
        long first = group.get(0).first();
        target.write(first, entries);
        target.synced(first, first + entries.size() - 1);
        group.forEach(append -> append.done().complete(null));
      } catch (IOException | RuntimeException e) {
        onFailure.accept(String.valueOf(e.getMessage()));
        refuse(group, e);
        refuse(takeAll(), e);
      }
    }
  }

  private static void refuse(List<Append> appends, Exception cause) {
    JournalUnavailableException refusal =
        new JournalUnavailableException("not synced: " + cause.getMessage(), 5, cause);
    appends.forEach(append -> append.done().completeExceptionally(refusal));
  }

  private synchronized List<Append> takeAll() {
    List<Append> all = new ArrayList<>(waiting);
    waiting.clear();
    return all;
  }

  /** The next group; empty when there will be none any more. */
  private synchronized List<Append> next() {
    List<Append> group = new ArrayList<>();
    try {
      while (waiting.isEmpty() && !stopped) {
        wait();
      }
    } catch (InterruptedException e) {
      return group;
    }
    long size = 0;
    while (!waiting.isEmpty() && (group.isEmpty() || size < LARGEST)) {
      Append append = waiting.pollFirst();
      for (byte[] entry : append.entries()) {
        size += entry.length;
      }
      group.add(append);
    }
    return group;
  }

  /** Writes what still waits, then ends. */
  @Override
  public void close() {
    synchronized (this) {
      stopped = true;
      notifyAll();
    }
    try {
      thread.join(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
