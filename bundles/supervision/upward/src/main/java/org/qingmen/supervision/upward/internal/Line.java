package org.qingmen.supervision.upward.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.qingmen.store.Outbox;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.supervision.upward.UpwardReporting.Status;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line to one platform above: a thread that feeds its outbox and empties it. */
final class Line implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Line.class);
  private static final long PAUSE_MILLIS = 250;
  private static final long AWAY_MILLIS = 2_000;
  private static final int GAP_DAYS = 3;

  private final Target target;
  private final Feeder feeder;
  private final Sender sender;
  private final Gaps gaps;
  private final Outbox outbox;
  private final Journal journal;
  private final Clock clock;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;
  private LocalDate tidied = LocalDate.MIN;
  private boolean complained;

  Line(
      Target target,
      Feeder feeder,
      Sender sender,
      Gaps gaps,
      Outbox outbox,
      Journal journal,
      Clock clock) {
    this.target = target;
    this.feeder = feeder;
    this.sender = sender;
    this.gaps = gaps;
    this.outbox = outbox;
    this.journal = journal;
    this.clock = clock;
    thread = new Thread(this::run, "qingmen-upward-" + target.id());
    thread.setDaemon(true);
  }

  Line start() {
    thread.start();
    return this;
  }

  Target target() {
    return target;
  }

  Status status(int waiting) {
    Backoff backoff = sender.backoff();
    return new Status(
        Math.max(0, journal.end() - feeder.cursor()),
        waiting,
        sender.lastConfirmed(),
        backoff.trouble(),
        backoff.since(),
        backoff.next());
  }

  Instant troubleSince() {
    return sender.backoff().since();
  }

  @Override
  public void close() throws InterruptedException {
    stop.countDown();
    thread.join(TimeUnit.SECONDS.toMillis(10));
  }

  private void run() {
    try {
      while (stop.getCount() > 0) {
        pause(round());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One round of work; milliseconds to wait before the next. */
  private long round() {
    try {
      tidy(ChinaTime.day(clock.instant()));
      boolean fed = feeder.step();
      boolean more = sender.step();
      complained = false;
      return fed || more ? 0 : PAUSE_MILLIS;
    } catch (StoreUnavailableException | JournalUnavailableException e) {
      return AWAY_MILLIS; // the health page says so already
    } catch (RuntimeException e) {
      if (!complained) {
        LOG.error("reporting to {} stumbles and tries again: {}", target.id(), e.getMessage(), e);
        complained = true;
      }
      return AWAY_MILLIS;
    }
  }

  /** Once a day: yesterday's summary, and what the last days lack. */
  private void tidy(LocalDate today) {
    if (today.equals(tidied)) {
      return;
    }
    if (target.summaries()) {
      outbox.fill(target.id(), Summaries.due(target, today));
    }
    // At the start the feeder has not caught up, so that it would only do its work.
    if (!tidied.equals(LocalDate.MIN)) {
      today
          .minusDays(GAP_DAYS)
          .datesUntil(today)
          .filter(day -> !day.isBefore(target.from()))
          .forEach(day -> gaps.refill(target, day));
    }
    tidied = today;
  }

  private void pause(long millis) throws InterruptedException {
    if (millis == 0) {
      return;
    }
    boolean quiet = sender.backoff().trouble() == null && millis == PAUSE_MILLIS;
    if (quiet) {
      journal.awaitBeyond(feeder.cursor(), Duration.ofMillis(millis));
    } else {
      stop.await(millis, TimeUnit.MILLISECONDS);
    }
  }
}
