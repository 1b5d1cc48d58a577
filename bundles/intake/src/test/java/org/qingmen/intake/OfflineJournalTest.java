package org.qingmen.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;

class OfflineJournalTest {

  private static final JournalEntry ENTRY =
      new JournalEntry(
          JournalEntry.Kind.PASSAGE, Instant.EPOCH, "test", new byte[] {1}, new byte[] {'{', '}'});

  @TempDir Path data;

  @Test
  void whatOneProgramWroteIsThereForTheNext() throws IOException {
    long first = OfflineJournal.in(data, journal -> appended(journal));
    long second = OfflineJournal.in(data, journal -> appended(journal));

    assertThat(first).isEqualTo(1);
    assertThat(second).isEqualTo(2);
    assertThat(OfflineJournal.in(data, Journal::end)).isEqualTo(2);
    assertThat(data.resolve("journal")).isDirectory();
  }

  private static long appended(Journal journal) {
    Journal.Appended appended = journal.append(List.of(ENTRY));
    appended.synced().join();
    return appended.first();
  }
}
