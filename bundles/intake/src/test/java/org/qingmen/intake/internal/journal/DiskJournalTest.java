package org.qingmen.intake.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalContract;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalUnavailableException;

/** The journal on disk keeps the contract, and what is its own: segments and a disk that fills. */
class DiskJournalTest extends JournalContract {

  private static final JournalSettings SMALL = new JournalSettings(100, 3, 0);

  @TempDir Path directory;

  @Override
  protected Journal open() throws IOException {
    return new DiskJournal(directory, SMALL);
  }

  @Override
  protected void close(Journal journal) {
    ((DiskJournal) journal).close();
  }

  @Test
  void readersGoOnFromTheArchiveIntoTheLogWithoutAGap() throws Exception {
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      append(journal, 1050);
      awaitSegments(10);
      assertThat(positions(journal)).hasSize(1050).isSorted().doesNotHaveDuplicates();
      assertThat(journal.read(995, 10).get(0).position()).isEqualTo(996);
    }
  }

  @Test
  void bytesThatAreNotUtf8SurviveTheArchive() throws Exception {
    byte[] raw = {2, (byte) 0xff, (byte) 0xfe, 3};
    JournalEntry entry =
        new JournalEntry(
            JournalEntry.Kind.LEDGER, Instant.EPOCH, "device:1", raw, new byte[] {'1'});
    try (DiskJournal journal = new DiskJournal(directory, new JournalSettings(1, 3, 0))) {
      journal.append(List.of(entry)).synced().join();
      awaitSegments(1);
      assertThat(journal.find(1).orElseThrow().entry().raw()).isEqualTo(raw);
    }
  }

  @Test
  void aThousandLongRecordsInOneRequestAreKeptAcrossARestart() throws Exception {
    byte[] document = new byte[20_000];
    Arrays.fill(document, (byte) ' ');
    JournalEntry one =
        new JournalEntry(
            JournalEntry.Kind.PASSAGE, Instant.EPOCH, "device:1", new byte[] {'1'}, document);
    JournalSettings noSegments = new JournalSettings(5_000, 3, 0);
    try (DiskJournal journal = new DiskJournal(directory, noSegments)) {
      journal.append(Collections.nCopies(1_000, one)).synced().join();
      journal.append(List.of(one)).synced().join();
      assertThat(journal.complaint()).isNull();
    }
    try (DiskJournal journal = new DiskJournal(directory, noSegments)) {
      assertThat(positions(journal)).hasSize(1_001).isSorted().doesNotHaveDuplicates();
      assertThat(journal.find(1_000).orElseThrow().entry().document()).isEqualTo(document);
    }
  }

  @Test
  void halfASegmentOfADeadProcessIsThrownAway() throws Exception {
    Files.createDirectories(directory.resolve("segments"));
    Files.writeString(directory.resolve("segments/000000000000001-000000000000100.zip.tmp"), "PK");
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      append(journal, 1);
      assertThat(positions(journal)).containsExactly(1L);
    }
  }

  @Test
  void aFullDiskRefusesRecordsAndSaysWhenToTryAgain() throws Exception {
    try (DiskJournal journal =
        new DiskJournal(directory, new JournalSettings(100, 3, Long.MAX_VALUE))) {
      assertThatThrownBy(() -> journal.append(List.of(entry("", 1))))
          .isInstanceOfSatisfying(
              JournalUnavailableException.class,
              e -> assertThat(e.retryAfterSeconds()).isPositive())
          .hasMessageContaining("disk is full");
      assertThat(journal.complaint()).contains("disk is full");
      assertThat(journal.end()).isZero();
    }
  }

  /** Waits until the keeper has written so many segments; the build's time-out is the limit. */
  private void awaitSegments(int count) throws IOException {
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
