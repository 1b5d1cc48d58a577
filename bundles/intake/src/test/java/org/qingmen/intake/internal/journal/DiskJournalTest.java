package org.qingmen.intake.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.spi.journal.Journal.Appended;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalUnavailableException;

class DiskJournalTest {

  private static final JournalSettings SMALL = new JournalSettings(100, 3, 0);

  @TempDir Path directory;

  @Test
  void positionsRiseByOneAndEntriesComeBackAsTheyWere() throws Exception {
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      append(journal, 3);
      assertThat(journal.end()).isEqualTo(3);
      Positioned second = journal.find(2).orElseThrow();
      assertThat(second.position()).isEqualTo(2);
      assertThat(new String(second.entry().raw(), StandardCharsets.UTF_8)).isEqualTo("raw 1 苏");
      assertThat(new String(second.entry().document(), StandardCharsets.UTF_8))
          .isEqualTo("{\"n\":1}");
      assertThat(second.entry().source()).isEqualTo("device:1");
    }
  }

  @Test
  void whatWasSyncedIsThereAfterTheJournalIsOpenedAgain() throws Exception {
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      append(journal, 250);
    }
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      assertThat(journal.end()).isEqualTo(250);
      assertThat(positions(journal, 0)).hasSize(250).isSorted().doesNotHaveDuplicates();
      append(journal, 1);
      assertThat(journal.end()).isEqualTo(251);
    }
  }

  @Test
  void readersGoOnFromTheArchiveIntoTheLogWithoutAGap() throws Exception {
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      append(journal, 1050);
      awaitSegments(10);
      assertThat(positions(journal, 0)).hasSize(1050).isSorted().doesNotHaveDuplicates();
      assertThat(journal.read(995, 10).get(0).position()).isEqualTo(996);
    }
  }

  @Test
  void bytesThatAreNotUtf8SurviveTheArchive() throws Exception {
    byte[] raw = {2, (byte) 0xff, (byte) 0xfe, 3};
    try (DiskJournal journal = new DiskJournal(directory, new JournalSettings(1, 3, 0))) {
      journal.append(List.of(entry(raw, 7))).synced().join();
      awaitSegments(1);
      assertThat(journal.find(1).orElseThrow().entry().raw()).isEqualTo(raw);
    }
  }

  @Test
  void halfASegmentOfADeadProcessIsThrownAway() throws Exception {
    Files.createDirectories(directory.resolve("segments"));
    Files.writeString(directory.resolve("segments/000000000000001-000000000000100.zip.tmp"), "PK");
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      append(journal, 1);
      assertThat(positions(journal, 0)).containsExactly(1L);
    }
  }

  @Test
  void manyWritersGetDistinctPositions() throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(16);
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int n = i;
        all.add(CompletableFuture.runAsync(() -> appendTwo(journal, n), writers));
      }
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
      assertThat(positions(journal, 0)).hasSize(800).isSorted().doesNotHaveDuplicates();
    } finally {
      writers.shutdown();
    }
  }

  @Test
  void aFullDiskRefusesRecordsAndSaysWhenToTryAgain() throws Exception {
    try (DiskJournal journal =
        new DiskJournal(directory, new JournalSettings(100, 3, Long.MAX_VALUE))) {
      assertThatThrownBy(() -> journal.append(List.of(entry(new byte[0], 1))))
          .isInstanceOfSatisfying(
              JournalUnavailableException.class,
              e -> assertThat(e.retryAfterSeconds()).isPositive())
          .hasMessageContaining("disk is full");
      assertThat(journal.complaint()).contains("disk is full");
      assertThat(journal.end()).isZero();
    }
  }

  @Test
  void aReaderWaitsForTheNextEntry() throws Exception {
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      assertThat(journal.awaitBeyond(0, Duration.ofMillis(10))).isFalse();
      append(journal, 1);
      assertThat(journal.awaitBeyond(0, Duration.ofSeconds(10))).isTrue();
    }
  }

  private static void appendTwo(DiskJournal journal, int n) {
    Appended appended = journal.append(List.of(entry(new byte[] {1}, n), entry(new byte[0], n)));
    appended.synced().join();
  }

  private static void append(DiskJournal journal, int count) {
    CompletableFuture<Void> last = null;
    for (int i = 0; i < count; i++) {
      last =
          journal
              .append(List.of(entry(("raw " + i + " 苏").getBytes(StandardCharsets.UTF_8), i)))
              .synced();
    }
    last.join();
  }

  private static JournalEntry entry(byte[] raw, int n) {
    return new JournalEntry(
        JournalEntry.Kind.PASSAGE,
        Instant.parse("2026-10-01T00:00:00Z"),
        "device:1",
        raw,
        ("{\"n\":" + n + "}").getBytes(StandardCharsets.UTF_8));
  }

  private static List<Long> positions(DiskJournal journal, long after) {
    List<Long> positions = new ArrayList<>();
    long at = after;
    for (List<Positioned> some = journal.read(at, 64);
        !some.isEmpty();
        some = journal.read(at, 64)) {
      some.forEach(entry -> positions.add(entry.position()));
      at = some.get(some.size() - 1).position();
    }
    return positions;
  }

  /** Waits until the keeper has written so many segments; the build's time-out is the limit. */
  private void awaitSegments(int count) throws IOException, InterruptedException {
    while (true) {
      try (Stream<Path> files = Files.list(directory.resolve("segments"))) {
        if (files.filter(file -> file.toString().endsWith(".zip")).count() >= count) {
          return;
        }
      }
      Thread.onSpinWait();
    }
  }
}
