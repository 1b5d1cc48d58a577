package org.qingmen.supervision.suspicion.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.spi.alarm.AlarmSink;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.PassageCorrections;
import org.qingmen.spi.intake.PassageCorrections.Applied;
import org.qingmen.spi.journal.Journal;
import org.qingmen.store.Page;
import org.qingmen.store.PassageChains;
import org.qingmen.store.PassageStore;
import org.qingmen.store.Projection;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.store.SuspicionStore;
import org.qingmen.store.SuspicionStore.Concerned;
import org.qingmen.store.SuspicionStore.Step;
import org.qingmen.supervision.suspicion.Suspicions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Suspicious information as a service, with the thread that follows the journal. */
@Component(service = Suspicions.class, immediate = true)
public final class SuspicionService implements Suspicions {

  private static final Logger LOG = LoggerFactory.getLogger(SuspicionService.class);
  private static final int MOST_RECORDS = 1000;
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

  private final SuspicionStore store;
  private final Follower follower;
  private final Overdue overdue;
  private final Answers answers;
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final Thread thread;

  /** Wired by the container. */
  @Activate
  public SuspicionService(
      @Reference SuspicionStore store,
      @Reference Journal journal,
      @Reference Projection projection,
      @Reference PassageChains chains,
      @Reference PassageStore passages,
      @Reference PassageCorrections corrections,
      @Reference Enterprises enterprises,
      @Reference Judge judge,
      @Reference AlarmSink alarms) {
    this(
        store,
        journal,
        projection,
        chains,
        passages,
        corrections,
        enterprises,
        judge,
        alarms,
        Clock.systemUTC());
    thread.start();
  }

  /** The same by another clock, its thread not yet started. */
  SuspicionService(
      SuspicionStore store,
      Journal journal,
      Projection projection,
      PassageChains chains,
      PassageStore passages,
      PassageCorrections corrections,
      Enterprises enterprises,
      Judge judge,
      AlarmSink alarms,
      Clock clock) {
    this.store = store;
    follower = new Follower(journal, projection, chains, store, new Findings(judge), clock);
    overdue = new Overdue(store, alarms, clock);
    answers = new Answers(store, passages, corrections, enterprises, judge, overdue, clock);
    thread = new Thread(this::follow, "qingmen-suspicions");
    thread.setDaemon(true);
  }

  @Deactivate
  void close() throws InterruptedException {
    running.set(false);
    synchronized (running) {
      running.notifyAll();
    }
    thread.join(Duration.ofSeconds(10).toMillis());
  }

  /** One round: what was found since, and what is overdue. */
  void round() throws InterruptedException {
    while (running.get() && follower.step()) {
      // Until it has caught up.
    }
    overdue.look();
  }

  private void follow() {
    Instant looked = Instant.EPOCH;
    while (running.get()) {
      try {
        boolean more = follower.step();
        if (Duration.between(looked, Instant.now()).compareTo(BETWEEN_LOOKS) > 0) {
          overdue.look();
          looked = Instant.now();
        }
        if (!more) {
          pause();
        }
      } catch (StoreUnavailableException e) {
        LOG.debug("waiting for the database: {}", e.getMessage());
        stumble();
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        if (running.get()) {
          LOG.error("suspicious information stumbled and tries again: {}", e.getMessage(), e);
        }
        stumble();
      }
    }
  }

  private void stumble() {
    follower.forget();
    try {
      pause();
    } catch (InterruptedException e) {
      running.set(false);
    }
  }

  private void pause() throws InterruptedException {
    synchronized (running) {
      if (running.get()) {
        running.wait(Follower.rest().toMillis());
      }
    }
  }

  @Override
  public Optional<Suspicion> find(String id) {
    return store.find(id);
  }

  @Override
  public Page<Suspicion> list(SuspicionQuery query) {
    return store.list(query);
  }

  @Override
  public List<Step> history(String id) {
    return store.steps(id);
  }

  @Override
  public List<Concerned> records(String id) {
    return store.records(id, MOST_RECORDS);
  }

  @Override
  public Map<String, Long> counts(String enterprise, String divisionPrefix) {
    return store.counts(enterprise, divisionPrefix);
  }

  @Override
  public Suspicion reply(String id, Reply reply, String actor) {
    return answers.reply(id, reply, actor);
  }

  @Override
  public Ruled rule(String id, Ruling ruling, String actor) {
    return answers.rule(id, ruling, actor);
  }

  @Override
  public Suspicion propose(String receipt, Reply reply, String actor) {
    return answers.propose(receipt, reply, actor);
  }

  @Override
  public Applied correct(String receipt, String patch, String reason, String actor) {
    return answers.correct(receipt, patch, reason, actor);
  }
}
