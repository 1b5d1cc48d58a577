package org.qingmen.store.internal.project;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.store.Projection;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.db.SqlFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that follows the journal. */
@Component(service = Projection.class, immediate = true)
public final class ProjectionService implements Projection, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ProjectionService.class);
  private static final int BATCH = 2000;
  private static final Duration IDLE = Duration.ofMillis(250);
  private static final Duration SETTLE_EVERY = Duration.ofSeconds(2);
  private static final Duration SETTLE_AGAIN = Duration.ofMinutes(1);
  private static final int AT_ONCE = 10;
  private static final long AWAY_MILLIS = 200;

  private final Database database;
  private final Journal journal;
  private final Projector projector;
  private final Thread thread;
  private final Object progress = new Object();
  private volatile long position;
  private volatile boolean known;
  private volatile boolean running = true;
  private volatile boolean rebuild;
  private long settled = System.nanoTime();

  @Activate
  public ProjectionService(
      @Reference Database database, @Reference Journal journal, @Reference GateSettings gates) {
    this.database = database;
    this.journal = journal;
    this.projector = new Projector(database, gates);
    this.thread = new Thread(this::follow, "qingmen-projector");
    thread.setDaemon(true);
    thread.start();
  }

  @Deactivate
  @Override
  public void close() throws InterruptedException {
    // No interrupt: a batch that has begun is finished, and waiting ends by itself.
    running = false;
    thread.join(Duration.ofSeconds(10).toMillis());
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public boolean awaitPosition(long wanted, Duration timeout) throws InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    synchronized (progress) {
      while (!known || position < wanted || rebuild) {
        long millis = (deadline - System.nanoTime()) / 1_000_000;
        if (millis <= 0) {
          return false;
        }
        progress.wait(millis);
      }
    }
    return true;
  }

  @Override
  public Lag lag() {
    long here = position();
    long entries = Math.max(0, journal.end() - here);
    if (entries == 0) {
      return new Lag(0, 0);
    }
    List<Positioned> next = journal.read(here, 1);
    long millis =
        next.isEmpty()
            ? 0
            : Duration.between(next.get(0).entry().received(), Instant.now()).toMillis();
    return new Lag(entries, Math.max(0, millis));
  }

  @Override
  public void rebuild() {
    rebuild = true;
  }

  private void follow() {
    while (running) {
      try {
        step();
      } catch (StoreUnavailableException e) {
        LOG.debug("waiting for the database: {}", e.getMessage());
        known = false;
        pause();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        if (running) {
          LOG.error("the projection stumbled and tries again: {}", e.getMessage(), e);
        }
        known = false;
        pause();
      }
    }
  }

  private void step() throws InterruptedException {
    if (!database.reachable()) {
      throw new StoreUnavailableException(database.trouble(), null);
    }
    if (rebuild) {
      projector.empty();
      moved(0);
      rebuild = false;
    }
    if (!known) {
      projector.forget();
      moved(projector.storedPosition());
    }
    settle();
    if (!journal.awaitBeyond(position, IDLE)) {
      return;
    }
    List<Positioned> entries = journal.read(position, BATCH);
    if (!entries.isEmpty()) {
      projector.project(entries);
      moved(entries.get(entries.size() - 1).position());
    }
  }

  /** Now and then, and a few at a time: the journal must not wait for it. */
  private void settle() {
    if (System.nanoTime() - settled < 0) {
      return;
    }
    try {
      settled = System.nanoTime() + (projector.settle(AT_ONCE) ? SETTLE_EVERY.toNanos() : 0);
    } catch (SqlFailure | IllegalStateException e) {
      LOG.error("an enterprise's traffic cannot be counted by area: {}", e.getMessage(), e);
      settled = System.nanoTime() + SETTLE_AGAIN.toNanos();
    }
  }

  private void moved(long to) {
    synchronized (progress) {
      position = to;
      known = true;
      progress.notifyAll();
    }
  }

  private void pause() {
    try {
      Thread.sleep(AWAY_MILLIS);
    } catch (InterruptedException e) {
      running = false;
      Thread.currentThread().interrupt();
    }
  }
}
