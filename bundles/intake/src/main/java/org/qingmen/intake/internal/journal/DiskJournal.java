package org.qingmen.intake.internal.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal on one disk: a short write-ahead log in front of an archive of segments. */
public final class DiskJournal implements Journal, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiskJournal.class);
  private static final int RETRY_SECONDS = 5;

  /** Longest entry; a longer one has no place in a group. */
  private static final int LONGEST = 3 * 1024 * 1024;

  private static final int LONGEST_TAIL = 200_000;

  private final Path directory;
  private final JournalSettings settings;
  private final SegmentArchive archive;
  private final Tail tail = new Tail();
  private final FreeSpace space;
  private final GroupWriter writer;
  private final Keeper keeper;
  private volatile WriteAheadLog log;
  private volatile String broken;

  /** Opens the journal in a directory and recovers what a dead process left. */
  public DiskJournal(Path directory, JournalSettings settings) throws IOException {
    this.directory = directory;
    this.settings = settings;
    archive = new SegmentArchive(directory.resolve("segments"), settings.compression());
    space = new FreeSpace(directory, settings.reserveBytes());
    openLog();
    writer = new GroupWriter(new Disk(), this::fail);
    keeper = new Keeper(this);
  }

  @Override
  public Appended append(List<JournalEntry> entries) {
    List<byte[]> encoded = entries.stream().map(EntryCodec::encode).toList();
    for (byte[] bytes : encoded) {
      if (bytes.length > LONGEST) {
        throw new IllegalArgumentException("an entry of the journal has at most 3 MiB");
      }
    }
    synchronized (this) {
      refuseWhenUnable();
      long last = 0;
      for (JournalEntry entry : entries) {
        last = tail.add(entry);
      }
      long first = last - entries.size() + 1;
      return new Appended(first, writer.add(first, encoded));
    }
  }

  private void refuseWhenUnable() {
    if (broken != null) {
      throw new JournalUnavailableException(broken, RETRY_SECONDS, null);
    }
    if (!space.enough()) {
      throw new JournalUnavailableException(space.complaint(), RETRY_SECONDS, null);
    }
    if (tail.size() > LONGEST_TAIL) {
      throw new JournalUnavailableException("the archive does not keep up", RETRY_SECONDS, null);
    }
  }

  @Override
  public List<Positioned> read(long after, int limit) {
    Optional<List<Positioned>> live = tail.read(after, limit);
    if (live.isPresent()) {
      return live.get();
    }
    try {
      return archive.read(after, limit);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal's archive cannot be read", e);
    }
  }

  @Override
  public void scan(long after, long until, JournalEntry.Kind kind, Visitor visitor) {
    long last = Math.min(until, end());
    try {
      // What is archived meanwhile may be read from memory as well: it is dropped only afterwards.
      long archived = archive.scan(after, last, kind, visitor);
      Journal.super.scan(archived, last, kind, visitor);
    } catch (IOException e) {
      throw new UncheckedIOException("the journal's archive cannot be read", e);
    }
  }

  @Override
  public Optional<Positioned> find(long position) {
    return position < 1 || position > end()
        ? Optional.empty()
        : read(position - 1, 1).stream().findFirst();
  }

  @Override
  public long end() {
    return tail.syncedEnd();
  }

  @Override
  public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
    return tail.awaitBeyond(position, timeout);
  }

  /** Why nothing can be appended now; null when all is well. */
  public String complaint() {
    return broken != null ? broken : space.enough() ? null : space.complaint();
  }

  /** Moves synced entries into a segment when there are enough; called by the keeper. */
  boolean archiveOldest() throws IOException {
    List<Positioned> oldest = tail.oldest(settings.segmentEntries());
    if (oldest.isEmpty()) {
      return false;
    }
    archive.write(oldest);
    synchronized (this) {
      tail.dropOldest(oldest.size());
      if (broken == null) {
        log.releaseUpTo(archive.end());
      }
    }
    return true;
  }

  /** Opens a broken log again; called by the keeper. */
  synchronized void repair() throws IOException {
    if (broken == null || !space.enough()) {
      return;
    }
    closeLog();
    openLog();
    LOG.info("The journal takes records again, at position {}", tail.syncedEnd());
    broken = null;
  }

  private void openLog() throws IOException {
    log = new WriteAheadLog(directory.resolve("wal"), this::fail);
    List<Positioned> held = log.open();
    long end = archive.end();
    List<Positioned> live = new ArrayList<>(held);
    live.removeIf(entry -> entry.position() <= end);
    log.releaseUpTo(end);
    tail.reset(end, live);
  }

  private void fail(String reason) {
    if (broken == null) {
      broken = "the journal could not write: " + reason;
      LOG.error("{}; records are refused until it can be opened again", broken);
    }
  }

  private void closeLog() {
    try {
      log.close();
    } catch (UncheckedIOException e) {
      LOG.warn("The broken write-ahead log did not close cleanly: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    keeper.close();
    synchronized (this) {
      broken = "the journal is closed";
    }
    writer.close();
    closeLog();
  }

  /** Hands groups to the log of the moment, which a repair may replace. */
  private final class Disk implements GroupWriter.Target {

    @Override
    public void write(long first, List<byte[]> entries) throws IOException {
      log.append(first, entries);
    }

    @Override
    public void synced(long first, long last) {
      tail.synced(first, last);
    }
  }
}
