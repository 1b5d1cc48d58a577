package org.qingmen.supervision.alarms.internal.watch;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.engine.RulePacks;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.GateHistory;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Projection;
import org.qingmen.store.Registry;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.supervision.alarms.internal.book.AlarmBook;
import org.qingmen.supervision.ledgers.LedgerChecks;
import org.qingmen.supervision.upward.UpwardReporting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds at what no record tells, because it is missing. */
@Component(service = Sweeps.class, immediate = true)
public final class Sweeps {

  private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
  private static final long PAUSE_SECONDS = 5;

  /** With a projection later than this the silence may be ours. */
  private static final long LAGGING_MILLIS = 10_000;

  private final AlarmBook book;
  private final Judge judge;
  private final Projection projection;
  private final List<Sweep> sweeps;
  private final ScheduledExecutorService looker =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "qingmen-alarm-sweeps"));

  /** Wired by the container. */
  @Activate
  public Sweeps(
      @Reference AlarmBook book,
      @Reference Judge judge,
      @Reference Projection projection,
      @Reference GateHistory gates,
      @Reference LedgerStore ledgers,
      @Reference LedgerChecks checks,
      @Reference UpwardReporting reporting,
      @Reference Enterprises enterprises,
      @Reference Registry registry,
      @Reference RulePacks packs) {
    this.book = book;
    this.judge = judge;
    this.projection = projection;
    this.sweeps =
        List.of(
            new OfflineGates(gates, enterprises, Instant.now()),
            new CounterGaps(gates, enterprises),
            new Raises(gates, enterprises, registry),
            new SilentHours(gates, enterprises, registry),
            new Daily(gates, ledgers, enterprises, registry),
            new LedgerFailures(ledgers, checks, enterprises, registry),
            new UpwardStalls(reporting),
            new PackEnds(packs::list));
    looker.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  @Deactivate
  void close() {
    looker.shutdown();
  }

  private void look() {
    try {
      if (book.loaded() && projection.lag().millis() < LAGGING_MILLIS) {
        round(Instant.now());
      }
    } catch (StoreUnavailableException | Refusal e) {
      LOG.debug("the gates are looked at again later: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Looking at the gates failed and is tried again", e);
    }
  }

  private void round(Instant now) {
    Limits limits = new Limits(judge, ChinaTime.day(now));
    boolean written = false;
    Round round = new Round(now, limits, book);
    try {
      sweeps.forEach(sweep -> sweep.look(round));
      round.write();
      written = true;
    } finally {
      if (!written) {
        sweeps.forEach(Sweep::forget);
      }
    }
  }
}
