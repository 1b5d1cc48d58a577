package org.qingmen.supervision.alarms.internal.watch;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Registry;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.supervision.alarms.internal.book.AlarmBook;
import org.qingmen.supervision.alarms.internal.book.Happened;
import org.qingmen.supervision.alarms.internal.book.Tally;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal behind the intake's back and raises what its entries tell. What was found is
 * written together with the place reached, so that a restart continues exactly there.
 */
@Component(service = JournalWatch.class, immediate = true)
public final class JournalWatch {

  private static final Logger LOG = LoggerFactory.getLogger(JournalWatch.class);
  private static final String CURSOR = "journal";
  private static final int BATCH = 1000;
  private static final Duration IDLE = Duration.ofMillis(300);
  private static final long FRESH_MILLIS = 500;
  private static final long REPEATED_MILLIS = 5_000;
  private static final long QUIET_MILLIS = 600_000;

  /** A journal longer than this is older than the alarms; its past raises none. */
  private static final long PAST = 10_000;

  private final Journal journal;
  private final Registry registry;
  private final AlarmBook book;
  private final Tally tally = new Tally();
  private final Thread thread;
  private volatile boolean running = true;
  private long at = -1;
  private long saved = -1;
  private long savedMillis;
  private boolean fresh;

  /** Wired by the container. */
  @Activate
  public JournalWatch(
      @Reference Journal journal, @Reference Registry registry, @Reference AlarmBook book) {
    this.journal = journal;
    this.registry = registry;
    this.book = book;
    this.thread = new Thread(this::follow, "qingmen-alarm-watch");
    thread.setDaemon(true);
    thread.start();
  }

  @Deactivate
  void close() throws InterruptedException {
    running = false;
    thread.join(Duration.ofSeconds(5).toMillis());
  }

  private void follow() {
    while (running) {
      try {
        step();
      } catch (StoreUnavailableException | Refusal e) {
        LOG.debug("the watch waits: {}", e.getMessage());
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.error("the watch over the journal stumbled and tries again", e);
        }
        pause();
      }
    }
  }

  private void step() throws InterruptedException {
    if (!book.loaded()) {
      pause();
      return;
    }
    if (at < 0) {
      begin();
    }
    if (due()) {
      save();
    }
    if (!journal.awaitBeyond(at, IDLE)) {
      return;
    }
    for (Positioned found : journal.read(at, BATCH)) {
      look(found);
      at = found.position();
    }
  }

  private void begin() {
    long end = journal.end();
    at = Cursors.read(registry, CURSOR).map(Long::parseLong).orElseGet(() -> end > PAST ? end : 0L);
    saved = at;
    savedMillis = System.currentTimeMillis();
  }

  /** New alarms are written soon, repetitions of open ones together, a quiet place seldom. */
  private boolean due() {
    long since = System.currentTimeMillis() - savedMillis;
    if (tally.size() == 0) {
      return at > saved && since > QUIET_MILLIS;
    }
    return since > (fresh ? FRESH_MILLIS : REPEATED_MILLIS);
  }

  private void save() {
    List<Happened> taken = tally.take();
    boolean written = false;
    try {
      book.record(taken, List.of(Cursors.draft(CURSOR, Long.toString(at))));
      written = true;
    } finally {
      if (!written) {
        tally.back(taken);
      }
    }
    fresh = false;
    saved = at;
    savedMillis = System.currentTimeMillis();
  }

  private void look(Positioned found) {
    try {
      switch (found.entry().kind()) {
        case PASSAGE -> Admissions.look(found).ifPresent(this::raise);
        case QUARANTINE -> raise(Strangers.look(found));
        default -> {
          // The other kinds tell nothing by themselves.
        }
      }
    } catch (IOException | DateTimeException e) {
      LOG.error("journal entry {} cannot be read by the watch", found.position(), e);
    }
  }

  private void raise(Alarm alarm) {
    fresh |= !book.open(alarm.key());
    tally.raise(alarm);
  }

  private void pause() {
    try {
      Thread.sleep(IDLE.toMillis());
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }
}
