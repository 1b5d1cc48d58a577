package org.qingmen.intake.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
  void aScanGoesThroughSegmentsAndTheLogAndFindsOneKindAmongOthers() throws Exception {
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      List<Long> wanted = new ArrayList<>();
      for (int i = 0; i < 850; i++) {
        JournalEntry.Kind kind =
            i % 3 == 0 ? JournalEntry.Kind.GRADE : i % 7 == 0 ? JournalEntry.Kind.NONCE : null;
        JournalEntry one = odd(kind == null ? JournalEntry.Kind.PASSAGE : kind, i);
        Journal.Appended appended = journal.append(List.of(one));
        appended.synced().join();
        if (one.kind() == JournalEntry.Kind.PASSAGE) {
          wanted.add(appended.first());
        }
      }
      awaitSegments(8);
      List<Long> found = new ArrayList<>();
      journal.scan(
          0,
          850,
          JournalEntry.Kind.PASSAGE,
          (at, document) -> {
            assertThat(document).isEqualTo(odd(JournalEntry.Kind.PASSAGE, (int) at - 1).document());
            found.add(at);
          });
      assertThat(found).isEqualTo(wanted);
    }
  }

  /** Its sender, message and document look like the lines of a segment. */
  private static JournalEntry odd(JournalEntry.Kind kind, int number) {
    String line = "{\"position\":1,\"kind\":\"PASSAGE\",\"raw\":3,\"document\":4}\n";
    return new JournalEntry(
        kind,
        Instant.EPOCH,
        "a\",\"raw\":9,\"document\":9}苏",
        line.repeat(number % 4).getBytes(StandardCharsets.UTF_8),
        (line.repeat(number % 3) + number).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aDamagedSegmentIsRefusedByAScanAndNotSkipped() throws Exception {
    try (DiskJournal journal = new DiskJournal(directory, SMALL)) {
      append(journal, 100);
      awaitSegments(1);
      Path segment = directory.resolve("segments/000000000000001-000000000000100.zip");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(segment))) {
        zip.putNextEntry(new ZipEntry("000000000000001.entries"));
        zip.write("{\"position\":1,\"kind\":\"LEDGER\"}\n".getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      assertThatThrownBy(() -> scanAll(journal)).hasStackTraceContaining("how long an entry is");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(segment))) {
        zip.putNextEntry(new ZipEntry("other"));
        zip.closeEntry();
      }
      assertThatThrownBy(() -> scanAll(journal)).hasStackTraceContaining("lacks its block");
    }
  }

  private static void scanAll(Journal journal) {
    journal.scan(0, 100, JournalEntry.Kind.PASSAGE, (at, document) -> {});
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
