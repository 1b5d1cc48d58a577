package org.qingmen.supervision.registers.internal;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.Document;
import org.qingmen.store.Registry;
import org.qingmen.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts dated entries into force when their day comes. */
@Component(service = DayChange.class, immediate = true)
public final class DayChange {

  private static final Logger LOG = LoggerFactory.getLogger(DayChange.class);
  private static final String ACTOR = "server:registers";
  private static final long SECONDS = 60;

  private final Registry registry;
  private final RegisterService registers;
  private final ScheduledExecutorService timer;
  private LocalDate done;

  /** Wired by the container. */
  @Activate
  public DayChange(@Reference Registry registry, @Reference RegisterService registers) {
    this.registry = registry;
    this.registers = registers;
    timer =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, "qingmen-register-days");
              thread.setDaemon(true);
              return thread;
            });
    timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  @Deactivate
  void close() {
    timer.shutdownNow();
  }

  private void look() {
    try {
      if (!registers.today().equals(done)) {
        turn();
        done = registers.today();
      }
    } catch (StoreUnavailableException e) {
      LOG.info("dated entries wait for the database: {}", e.getMessage());
    } catch (RuntimeException e) {
      // Thrown on, it would end the timer, and no entry would ever come into force again.
      LOG.error("dated entries could not be put into force: {}", e.getMessage(), e);
    }
  }

  /** Brings every enterprise that has dated entries up to today. */
  void turn() {
    Set<String> enterprises = new TreeSet<>();
    for (String kind : DatedEntries.kinds()) {
      try (Stream<Document> all = registry.all(kind)) {
        all.forEach(document -> enterprises.add(document.enterprise()));
      }
    }
    enterprises.forEach(enterprise -> registers.follow(enterprise, ACTOR));
  }
}
