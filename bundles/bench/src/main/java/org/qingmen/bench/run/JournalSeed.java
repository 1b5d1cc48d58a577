package org.qingmen.bench.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.qingmen.bench.load.Fleet;
import org.qingmen.bench.load.Records;
import org.qingmen.engine.Decider;
import org.qingmen.intake.OfflineJournal;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalUnavailableException;

/**
 * Fills the journal of a stopped server with decided passages of the last thirty days: each is
 * decided by the rules, and lies between nonces as gates that send one record a request leave them.
 * Only HTTP and the database are left out.
 */
final class JournalSeed {

  private static final Duration PAST = Duration.ofDays(30);
  private static final Duration UNTIL = Duration.ofHours(2);
  private static final int BATCH = 500;
  private static final int THREADS = 2;
  private static final int SAY_EVERY = 500_000;

  private final Fleet fleet;
  private final Decider decider;
  private final long records;
  private final AtomicLong next = new AtomicLong();

  JournalSeed(Fleet fleet, Decider decider, long records) {
    this.fleet = fleet;
    this.decider = decider;
    this.records = records;
  }

  /**
   * Fills the journal below a data directory.
   *
   * @param progress told now and then how many records there are
   * @return position of the last entry
   */
  long fill(Path data, LongConsumer progress) throws IOException {
    return OfflineJournal.in(data, journal -> fill(journal, progress));
  }

  private long fill(Journal journal, LongConsumer progress) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String run = "j" + i + Long.toString(System.nanoTime() >>> 20, 36);
      all.add(CompletableFuture.runAsync(() -> work(journal, run, progress)));
    }
    all.forEach(CompletableFuture::join);
    return journal.end();
  }

  private void work(Journal journal, String run, LongConsumer progress) {
    long[] clock = new long[1];
    Records made = new Records(fleet, run, () -> clock[0]);
    long start = Instant.now().minus(PAST).getEpochSecond();
    long span = PAST.minus(UNTIL).toSeconds();
    for (long from = next.getAndAdd(BATCH); from < records; from = next.getAndAdd(BATCH)) {
      List<JournalEntry> entries = new ArrayList<>();
      for (long i = from; i < Math.min(records, from + BATCH); i++) {
        clock[0] = start + i * span / records;
        int site = (int) (i % fleet.sites().size());
        add(entries, fleet.sites().get(site), made.next(site), clock[0], run + i);
      }
      append(journal, entries);
      if (from % SAY_EVERY < BATCH && from > 0) {
        progress.accept(from);
      }
    }
  }

  private void add(
      List<JournalEntry> entries, Fleet.Site site, byte[] raw, long second, String nonce) {
    Instant received = Instant.ofEpochSecond(second + 2);
    byte[] document = decider.decide(BenchFacts.of(site, raw, received)).document();
    String source = "device:" + site.id();
    String signed = "{\"keyId\":\"%s\",\"nonce\":\"%s\",\"time\":%d}";
    byte[] proof = signed.formatted(site.id(), nonce, second).getBytes(StandardCharsets.UTF_8);
    entries.add(new JournalEntry(JournalEntry.Kind.NONCE, received, source, new byte[0], proof));
    entries.add(new JournalEntry(JournalEntry.Kind.PASSAGE, received, source, raw, document));
  }

  /** Where the archive lags behind the log, it is waited for. */
  private static void append(Journal journal, List<JournalEntry> entries) {
    while (true) {
      try {
        journal.append(entries).synced().join();
        return;
      } catch (JournalUnavailableException e) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
