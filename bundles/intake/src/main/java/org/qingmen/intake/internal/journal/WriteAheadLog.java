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

  /** Longest record of the log: one group and the entry that overfills it. */
  private static final int LONGEST = 8 * 1024 * 1024;

  /** More bytes of entries than this become several records. */
  static final int LARGEST_GROUP = 4 * 1024 * 1024;

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
            LONGEST,
            0,
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
   * Appends encoded entries and waits until they and everything before them are on disk. What is
   * too long for one record of the log becomes several, each with its sync.
   *
   * @throws IOException when they are not
   */
  void append(long first, List<byte[]> entries) throws IOException {
    int from = 0;
    while (from < entries.size()) {
      int to = groupEnd(entries, from);
      appendGroup(first + from, entries.subList(from, to));
      from = to;
    }
  }

  private static int groupEnd(List<byte[]> entries, int from) {
    long size = 0;
    int to = from;
    while (to < entries.size() && (to == from || size + entries.get(to).length <= LARGEST_GROUP)) {
      size += entries.get(to++).length;
    }
    return to;
  }

  private void appendGroup(long first, List<byte[]> entries) throws IOException {
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
