package org.qingmen.supervision.alarms.internal.book;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds which alarms nobody saw to in time. */
@Component(service = Deadlines.class, immediate = true)
public final class Deadlines {

  private static final Logger LOG = LoggerFactory.getLogger(Deadlines.class);
  private static final long PAUSE_SECONDS = 5;
  private static final long ROUNDS_PER_TIDYING = 720;

  private final AlarmBook book;
  private final AlarmLife life;
  private final ScheduledExecutorService looker =
      Executors.newSingleThreadScheduledExecutor(
          work -> new Thread(work, "qingmen-alarm-deadlines"));
  private long rounds;

  /** Wired by the container. */
  @Activate
  public Deadlines(@Reference AlarmBook book, @Reference AlarmLife life) {
    this.book = book;
    this.life = life;
    looker.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  @Deactivate
  void close() {
    looker.shutdown();
  }

  private void look() {
    try {
      if (book.loaded()) {
        life.escalateOverdue(book.now());
        if (rounds++ % ROUNDS_PER_TIDYING == 0) {
          book.forgetOld();
        }
      }
    } catch (StoreUnavailableException | Refusal e) {
      LOG.debug("deadlines are looked at again later: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Looking for overdue alarms failed and is tried again", e);
    }
  }
}
