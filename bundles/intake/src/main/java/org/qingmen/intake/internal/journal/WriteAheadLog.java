package org.qingmen.intake.internal.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFileFactory;
import org.apache.activemq.artemis.core.journal.EncoderPersister;
import org.apache.activemq.artemis.core.journal.IOCompletion;
import org.apache.activemq.artemis.core.journal.PreparedTransactionInfo;
import org.apache.activemq.artemis.core.journal.RecordInfo;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.apache.activemq.artemis.core.journal.impl.dataformat.ByteArrayEncoding;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalUnavailableException;

/**
 * The live part of the journal: artemis-journal with group commit. Kept short, because it is read
 * into memory at the start.
 */
final class WriteAheadLog implements AutoCloseable {

  /** Longest entry; a longer one cannot be buffered. */
  static final int LONGEST = 3 * 1024 * 1024;

  private static final int BUFFER = 4 * 1024 * 1024;
  private static final int FILE_SIZE = 32 * 1024 * 1024;
  private static final int FLUSH_NANOS = 500_000;

  private final JournalImpl journal;

  /**
   * @param onFailure told when a write failed; the log is then broken and must be opened again
   */
  WriteAheadLog(Path directory, Consumer<String> onFailure) throws IOException {
    Files.createDirectories(directory);
    NIOSequentialFileFactory files =
        new NIOSequentialFileFactory(
            directory.toFile(),
            true,
            BUFFER,
            FLUSH_NANOS,
            1,
            false,
            (code, message, file) -> onFailure.accept(String.valueOf(message)),
            null);
    files.setDatasync(true);
    journal = new JournalImpl(FILE_SIZE, 2, 4, 0, 0, files, "qingmen", "wal", 1);
  }

  /** Opens the log and returns what it holds, oldest first. */
  List<Positioned> open() throws IOException {
    List<RecordInfo> records = new ArrayList<>();
    List<PreparedTransactionInfo> none = new ArrayList<>();
    try {
      journal.start();
      journal.load(records, none, null, true);
    } catch (Exception e) {
      throw new IOException("the write-ahead log cannot be opened: " + e.getMessage(), e);
    }
    records.sort(Comparator.comparingLong(record -> record.id));
    return records.stream()
        .map(record -> new Positioned(record.id, EntryCodec.decode(record.data)))
        .toList();
  }

  /**
   * Appends one encoded entry.
   *
   * @param whenSynced told when it and everything before it is on disk; null for an entry that is
   *     followed by another one of the same request
   */
  void append(long position, byte kind, byte[] entry, IOCompletion whenSynced) {
    try {
      journal.appendAddRecord(
          position,
          kind,
          EncoderPersister.getInstance(),
          new ByteArrayEncoding(entry),
          whenSynced != null,
          whenSynced);
    } catch (Exception e) {
      throw new JournalUnavailableException("the write-ahead log refused an entry", 5, e);
    }
  }

  /** Lets go of entries that lie in a segment; not synced, it is done again after a crash. */
  void release(long first, long last) {
    try {
      for (long position = first; position <= last; position++) {
        journal.appendDeleteRecord(position, false);
      }
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException("the write-ahead log kept its entries", e));
    }
  }

  @Override
  public void close() {
    try {
      journal.stop();
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException("the write-ahead log did not close", e));
    }
  }
}
