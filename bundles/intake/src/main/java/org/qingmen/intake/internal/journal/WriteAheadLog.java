package org.qingmen.intake.internal.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.activemq.artemis.core.io.nio.NIOSequentialFileFactory;
import org.apache.activemq.artemis.core.journal.PreparedTransactionInfo;
import org.apache.activemq.artemis.core.journal.RecordInfo;
import org.apache.activemq.artemis.core.journal.impl.JournalImpl;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;

/**
 * The live part of the journal: artemis-journal without its timed buffer, because our writer groups
 * appends by itself and a timer would only spin. Kept short, because it is read into memory at the
 * start. One record of it is one group of entries, named by the position it begins with.
 */
final class WriteAheadLog implements AutoCloseable {

  private static final int FILE_SIZE = 32 * 1024 * 1024;
  private static final byte GROUP = 1;

  private final JournalImpl journal;
  private final TreeMap<Long, Long> groups = new TreeMap<>();

  /**
   * @param onFailure told when a write failed; the log is then broken and must be opened again
   */
  WriteAheadLog(Path directory, Consumer<String> onFailure) throws IOException {
    Files.createDirectories(directory);
    NIOSequentialFileFactory files =
        new NIOSequentialFileFactory(
            directory.toFile(),
            false,
            (code, message, file) -> onFailure.accept(String.valueOf(message)),
            1);
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
    List<Positioned> held = new ArrayList<>();
    for (RecordInfo record : records) {
      long position = record.id;
      for (JournalEntry entry : EntryCodec.ungroup(record.data)) {
        held.add(new Positioned(position++, entry));
      }
      groups.put(record.id, position - 1);
    }
    return held;
  }

  /**
   * Appends a group of encoded entries and waits until it and everything before it is on disk.
   *
   * @throws IOException when it is not
   */
  void append(long first, List<byte[]> entries) throws IOException {
    try {
      journal.appendAddRecord(first, GROUP, EntryCodec.group(entries), true);
    } catch (Exception e) {
      throw new IOException(String.valueOf(e.getMessage()), e);
    }
    synchronized (groups) {
      groups.put(first, first + entries.size() - 1);
    }
  }

  /** Lets go of groups that lie in segments; not synced, it is done again after a crash. */
  void releaseUpTo(long position) {
    try {
      for (long group : wholeGroups(position)) {
        journal.appendDeleteRecord(group, false);
      }
    } catch (Exception e) {
      throw new UncheckedIOException(new IOException("the write-ahead log kept its entries", e));
    }
  }

  private List<Long> wholeGroups(long position) {
    List<Long> whole = new ArrayList<>();
    synchronized (groups) {
      while (!groups.isEmpty() && groups.firstEntry().getValue() <= position) {
        whole.add(groups.pollFirstEntry().getKey());
      }
    }
    return whole;
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
