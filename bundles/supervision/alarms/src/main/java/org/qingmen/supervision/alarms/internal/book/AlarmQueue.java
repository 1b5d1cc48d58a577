package org.qingmen.supervision.alarms.internal.book;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.AlarmSink;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the other rooms raise alarms. They are written a moment later by a thread of its own; while
 * the database is away they wait in memory, repetitions counted.
 */
@Component(service = AlarmSink.class)
public final class AlarmQueue implements AlarmSink {

  private static final Logger LOG = LoggerFactory.getLogger(AlarmQueue.class);
  private static final long PAUSE_MILLIS = 300;

  /** More different ones than this are not kept while the database is away. */
  private static final int MOST = 20_000;

  private final AlarmBook book;
  private final Tally waiting = new Tally();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "qingmen-alarms"));
  private boolean full;

  /** Wired by the container. */
  @Activate
  public AlarmQueue(@Reference AlarmBook book) {
    this.book = book;
    writer.scheduleWithFixedDelay(this::write, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void close() {
    writer.shutdown();
    write();
  }

  @Override
  public void raise(Alarm alarm) {
    synchronized (waiting) {
      if (waiting.size() < MOST) {
        waiting.raise(alarm);
      } else if (!full) {
        full = true;
        LOG.error("More than {} alarms wait for the database; further ones are not kept", MOST);
      }
    }
  }

  @Override
  public void over(String key, Instant at) {
    synchronized (waiting) {
      waiting.over(key, at);
    }
  }

  /** Writes what waits; what cannot be written now waits on. */
  void write() {
    List<Happened> taken;
    synchronized (waiting) {
      taken = waiting.take();
      full = false;
    }
    if (taken.isEmpty()) {
      return;
    }
    try {
      book.record(taken, List.of());
    } catch (StoreUnavailableException | Refusal e) {
      back(taken, e);
    } catch (RuntimeException e) {
      LOG.error("{} alarms could not be written and are tried again", taken.size(), e);
      back(taken, e);
    }
  }

  private void back(List<Happened> taken, RuntimeException cause) {
    LOG.debug("alarms wait: {}", cause.getMessage());
    synchronized (waiting) {
      waiting.back(taken);
    }
  }
}
