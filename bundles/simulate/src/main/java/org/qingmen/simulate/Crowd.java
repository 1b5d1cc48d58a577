package org.qingmen.simulate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/** Sends the messages of a player from several threads, at a rate, some of them twice. */
final class Crowd {

  private static final long SECOND = 1_000_000_000L;

  private final Ledger ledger;
  private final long count;
  private final long rate;
  private final long threads;
  private final long duplicateEvery;
  private final long first;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicReference<String> problem = new AtomicReference<>("");

  Crowd(Options options, Ledger ledger) {
    this.ledger = ledger;
    this.count = options.number("--count", 1);
    this.rate = options.number("--rate", 0);
    this.threads = Math.max(1, options.number("--threads", 4));
    this.duplicateEvery = options.number("--duplicate-every", 0);
    this.first = options.number("--start", 1);
  }

  Totals play(Player player) {
    long wanted = player.size() < 0 ? count : player.size();
    long began = System.nanoTime();
    List<Thread> workers = new ArrayList<>();
    for (long i = 0; i < (player.alone() ? 1 : Math.min(threads, wanted)); i++) {
      Thread worker = new Thread(() -> work(player, wanted, began), "player-" + i);
      workers.add(worker);
      worker.start();
    }
    workers.forEach(Crowd::join);
    double seconds = Math.max(1, System.nanoTime() - began) / (double) SECOND;
    long done = acknowledged.get();
    return new Totals(
        done + failed.get(),
        done,
        failed.get(),
        String.format(Locale.ROOT, "%.1f", done / seconds),
        problem.get());
  }

  private void work(Player player, long wanted, long began) {
    for (long i = next.getAndIncrement(); i < wanted; i = next.getAndIncrement()) {
      if (rate > 0) {
        waitUntil(began + i * SECOND / rate);
      }
      one(player, first + i);
    }
  }

  private void one(Player player, long index) {
    try {
      Receipt receipt = player.send(index);
      ledger.note(receipt.line());
      acknowledged.addAndGet(receipt.records());
      if (duplicateEvery > 0 && index % duplicateEvery == 0) {
        Receipt again = player.send(index);
        if (!again.key().equals(receipt.key())) {
          throw new IOException("sent twice, answered differently: " + again.key());
        }
      }
    } catch (IOException e) {
      failed.incrementAndGet();
      problem.set(String.valueOf(e.getMessage()));
    }
  }

  private static void waitUntil(long nanos) {
    for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private static void join(Thread worker) {
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
