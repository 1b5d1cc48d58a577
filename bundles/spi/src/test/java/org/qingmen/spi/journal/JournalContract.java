package org.qingmen.spi.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.journal.Journal.Appended;
import org.qingmen.spi.journal.Journal.Positioned;

/** What every {@link Journal} must keep; a journal's test extends it. */
public abstract class JournalContract {

  /** Opens the journal, with what the one opened before has left. */
  protected abstract Journal open() throws Exception;

  /** Closes it, as a server that stops does. */
  protected abstract void close(Journal journal) throws Exception;

  @Test
  void positionsRiseByOneAndEntriesComeBackAsTheyWere() throws Exception {
    Journal journal = open();
    append(journal, 3);
    assertThat(journal.end()).isEqualTo(3);
    Positioned second = journal.find(2).orElseThrow();
    assertThat(second.position()).isEqualTo(2);
    assertThat(new String(second.entry().raw(), StandardCharsets.UTF_8)).isEqualTo("raw 1 苏");
    assertThat(new String(second.entry().document(), StandardCharsets.UTF_8))
        .isEqualTo("{\"n\":1}");
    assertThat(second.entry().source()).isEqualTo("device:1");
    assertThat(journal.find(0)).isEmpty();
    assertThat(journal.find(4)).isEmpty();
    close(journal);
  }

  @Test
  void whatWasSyncedIsThereAfterItIsOpenedAgain() throws Exception {
    Journal journal = open();
    append(journal, 250);
    close(journal);
    journal = open();
    assertThat(journal.end()).isEqualTo(250);
    assertThat(positions(journal)).hasSize(250).isSorted().doesNotHaveDuplicates();
    append(journal, 1);
    assertThat(journal.end()).isEqualTo(251);
    close(journal);
  }

  @Test
  void manyWritersGetDistinctPositionsAndTheEntriesOfOneAppendLieTogether() throws Exception {
    Journal journal = open();
    ExecutorService writers = Executors.newFixedThreadPool(16);
    try {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int n = i;
        all.add(CompletableFuture.runAsync(() -> appendTwo(journal, n), writers));
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
      assertThat(positions(journal)).hasSize(800).isSorted().doesNotHaveDuplicates();
    } finally {
      writers.shutdown();
    }
    close(journal);
  }

  @Test
  void aScanTellsOfEveryEntryOfItsKindInOrderAndOfNoOther() throws Exception {
    Journal journal = open();
    append(journal, 700);
    JournalEntry.Kind kind = journal.find(1).orElseThrow().entry().kind();
    for (long[] stretch : new long[][] {{0, 700}, {0, 1}, {127, 129}, {99, 612}, {650, 9_999}}) {
      List<String> found = new ArrayList<>();
      journal.scan(stretch[0], stretch[1], kind, (at, body) -> found.add(at + told(body)));
      List<String> read = new ArrayList<>();
      for (long at = stretch[0] + 1; at <= Math.min(700, stretch[1]); at++) {
        read.add(at + told(journal.find(at).orElseThrow().entry().document()));
      }
      assertThat(found).isEqualTo(read);
    }
    journal.scan(
        0, 700, JournalEntry.Kind.GRADE, (at, body) -> assertThat(at).as("a grade").isZero());
    journal.scan(700, 900, kind, (at, body) -> assertThat(at).as("beyond the end").isZero());
    close(journal);
  }

  private static String told(byte[] document) {
    return " " + new String(document, StandardCharsets.UTF_8);
  }

  @Test
  void aReaderWaitsForTheNextEntry() throws Exception {
    Journal journal = open();
    assertThat(journal.awaitBeyond(0, Duration.ofMillis(10))).isFalse();
    append(journal, 1);
    assertThat(journal.awaitBeyond(0, Duration.ofSeconds(10))).isTrue();
    close(journal);
  }

  private static void appendTwo(Journal journal, int n) {
    Appended appended = journal.append(List.of(entry("a", n), entry("b", n)));
    appended.synced().join();
    assertThat(document(journal, appended.first())).isEqualTo("{\"n\":" + n + "}");
    assertThat(document(journal, appended.first() + 1)).isEqualTo("{\"n\":" + n + "}");
  }

  private static String document(Journal journal, long position) {
    byte[] document = journal.find(position).orElseThrow().entry().document();
    return new String(document, StandardCharsets.UTF_8);
  }

  /** Appends so many entries and waits until they are synced. */
  protected static void append(Journal journal, int count) {
    CompletableFuture<Void> last = null;
    for (int i = 0; i < count; i++) {
      last = journal.append(List.of(entry("raw " + i + " 苏", i))).synced();
    }
    last.join();
  }

  /** An entry whose document says its number. */
  protected static JournalEntry entry(String raw, int n) {
    return new JournalEntry(
        JournalEntry.Kind.PASSAGE,
        Instant.parse("2026-10-01T00:00:00Z"),
        "device:1",
        raw.getBytes(StandardCharsets.UTF_8),
        ("{\"n\":" + n + "}").getBytes(StandardCharsets.UTF_8));
  }

  /** All positions, read in batches. */
  protected static List<Long> positions(Journal journal) {
    List<Long> positions = new ArrayList<>();
    long at = 0;
    for (List<Positioned> some = journal.read(at, 64);
        !some.isEmpty();
        some = journal.read(at, 64)) {
      some.forEach(entry -> positions.add(entry.position()));
      at = some.get(some.size() - 1).position();
    }
    return positions;
  }
}
