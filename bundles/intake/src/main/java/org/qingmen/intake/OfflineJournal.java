package org.qingmen.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.qingmen.intake.internal.journal.DiskJournal;
import org.qingmen.intake.internal.journal.JournalSettings;
import org.qingmen.spi.journal.Journal;

/** The journal of a server that does not run, for programs that fill or examine it. */
public final class OfflineJournal {

  private OfflineJournal() {}

  /**
   * Opens the journal below a data directory, with the settings that the product ships with, and
   * closes it when the work is done. A server must not run on it meanwhile.
   *
   * @throws IOException when it cannot be opened
   */
  public static <R> R in(Path data, Function<Journal, R> work) throws IOException {
    try (DiskJournal journal = new DiskJournal(data.resolve("journal"), JournalSettings.DEFAULT)) {
      return work.apply(journal);
    }
  }
}
