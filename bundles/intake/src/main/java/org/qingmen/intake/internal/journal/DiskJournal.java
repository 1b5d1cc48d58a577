package org.qingmen.intake.internal.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.activemq.artemis.core.journal.IOCompletion;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journal on one disk: a short write-ahead log in front of an archive of segments. */
public final class DiskJournal implements Journal, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DiskJournal.class);
  private static final int RETRY_SECONDS = 5;
  private static final int LONGEST_TAIL = 200_000;

  private final Path directory;
  private final JournalSettings settings;
  private final SegmentArchive archive;
  private final Tail tail = new Tail();
  private final FreeSpace space;
  private final Keeper keeper;
  private WriteAheadLog log;
  private volatile String broken;

  /** Opens the journal in a directory and recovers what a dead process left. */
  public DiskJournal(Path directory, JournalSettings settings) throws IOException {
    this.directory = directory;
    this.settings = settings;
    archive = new SegmentArchive(directory.resolve("segments"), settings.compression());
    space = new FreeSpace(directory, settings.reserveBytes());
    openLog();
    keeper = new Keeper(this);
  }

  @Override
  public Appended append(List<JournalEntry> entries) {
    List<byte[]> encoded = entries.stream().map(EntryCodec::encode).toList();
    for (byte[] bytes : encoded) {
      if (bytes.length > WriteAheadLog.LONGEST) {
        throw new IllegalArgumentException("an entry of the journal has at most 3 MiB");
      }
    }
    CompletableFuture<Void> done = new CompletableFuture<>();
    synchronized (this) {
      refuseWhenUnable();
      long first = tail.syncedEnd() + 1;
      long last = first;
      for (int i = 0; i < entries.size(); i++) {
        last = tail.add(entries.get(i));
        first = i == 0 ? last : first;
        boolean end = i == entries.size() - 1;
        IOCompletion completion = end ? new Completion(first, last, done) : null;
        write(last, entries.get(i), encoded.get(i), completion);
      }
      return new Appended(first, done);
    }
  }

  private void write(long position, JournalEntry entry, byte[] bytes, IOCompletion completion) {
    try {
      log.append(position, (byte) entry.kind().code(), bytes, completion);
    } catch (JournalUnavailableException e) {
      fail(e.getMessage());
      throw e;
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
        log.release(oldest.get(0).position(), oldest.get(oldest.size() - 1).position());
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
    if (live.size() < held.size()) {
      log.release(held.get(0).position(), held.get(held.size() - live.size() - 1).position());
    }
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
      closeLog();
      broken = "the journal is closed";
    }
  }

  /** Tells the tail and the caller what became of an append. */
  private final class Completion implements IOCompletion {

    private final long first;
    private final long last;
    private final CompletableFuture<Void> done;

    Completion(long first, long last, CompletableFuture<Void> done) {
      this.first = first;
      this.last = last;
      this.done = done;
    }

    @Override
    public void storeLineUp() {
      // Nothing to prepare: the order is that of the appends.
    }

    @Override
    public void done() {
      tail.synced(first, last);
      done.complete(null);
    }

    @Override
    public void onError(int code, String message) {
      fail(message);
      done.completeExceptionally(
          new JournalUnavailableException("not synced: " + message, RETRY_SECONDS, null));
    }
  }
}
