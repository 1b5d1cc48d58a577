package org.qingmen.impact.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Comparing;
import org.qingmen.engine.PackAct;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.impact.Shadows;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shadow runs. That a version is a shadow is kept with the pack; what was seen is kept here, every
 * minute and at the end. After a restart a run begins anew and says since when it counts.
 */
@Component(configurationPid = ImpactConfig.PID)
public final class ShadowBook implements Shadows {

  private static final Logger LOG = LoggerFactory.getLogger(ShadowBook.class);
  private static final String KIND = "shadow";
  private static final String PLATFORM = "platform";
  private static final int MOST = 4;

  private final Registry registry;
  private final Journal journal;
  private final Comparing comparing;
  private final RulePacks packs;
  private final long queue;
  private final RefusalTexts texts = RefusalTexts.beside(ShadowBook.class);
  private final Map<String, ShadowRun> runs = new ConcurrentHashMap<>();
  private final ExecutorService workers = Executors.newCachedThreadPool(ShadowBook::thread);
  private final ScheduledExecutorService keeper =
      Executors.newSingleThreadScheduledExecutor(ShadowBook::thread);
  private final RulePacks.Registration listening;

  /** Wired by the container. */
  @Activate
  public ShadowBook(
      ImpactConfig config,
      @Reference Registry registry,
      @Reference Journal journal,
      @Reference Comparing comparing,
      @Reference RulePacks packs) {
    this.registry = registry;
    this.journal = journal;
    this.comparing = comparing;
    this.packs = packs;
    this.queue = config.shadow_queue();
    listening = packs.listen(() -> keeper.execute(this::follow));
    keeper.execute(this::follow);
    keeper.scheduleWithFixedDelay(this::keep, 1, 1, TimeUnit.MINUTES);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "qingmen-shadow");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  @Deactivate
  void close() {
    listening.close();
    keeper.shutdownNow();
    runs.values().forEach(ShadowRun::stop);
    workers.shutdownNow();
  }

  @Override
  public String start(PackStatus candidate, String actor) {
    if (runs.size() >= MOST && !runs.containsKey(candidate.hash())) {
      throw texts.refusal(Refusal.Kind.CONFLICT, "shadow-too-many", MOST);
    }
    comparing.begin(ref(candidate), Comparing.Scope.EVERYTHING).close();
    return run(shadowed(candidate, true, actor), actor).json().toString();
  }

  private PackStatus shadowed(PackStatus pack, boolean begin, String actor) {
    return begin && pack.state() == PackState.SHADOW
        ? pack
        : packs.shadow(pack.id(), pack.version(), begin, PackAct.by(actor));
  }

  private synchronized ShadowRun run(PackStatus pack, String actor) {
    return runs.computeIfAbsent(
        pack.hash(),
        hash -> {
          ShadowRun made =
              new ShadowRun(
                  pack,
                  actor,
                  Instant.now(),
                  journal,
                  () -> comparing.begin(ref(pack), Comparing.Scope.EVERYTHING),
                  queue);
          workers.execute(() -> work(made));
          return made;
        });
  }

  private static PackRef ref(PackStatus pack) {
    return new PackRef(pack.id(), pack.version(), pack.hash());
  }

  private void work(ShadowRun run) {
    try {
      run.follow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("the shadow run of {} stopped", run.pack().id(), e);
    }
  }

  @Override
  public String stop(PackStatus candidate, String actor) {
    ShadowRun run = runs.get(candidate.hash());
    if (run == null) {
      throw texts.refusal(
          Refusal.Kind.CONFLICT, "shadow-unknown", candidate.id(), candidate.version());
    }
    shadowed(candidate, false, actor);
    end(run, actor);
    return run.json().toString();
  }

  /** Kept before it is let go, so that what was seen can be found at any moment. */
  private synchronized void end(ShadowRun run, String actor) {
    run.stop();
    write(run, actor);
    runs.remove(run.pack().hash(), run);
  }

  @Override
  public Optional<String> find(PackStatus candidate) {
    ShadowRun run = runs.get(candidate.hash());
    return run != null
        ? Optional.of(run.json().toString())
        : registry.get(KIND, candidate.hash()).map(document -> document.body());
  }

  /** Whatever happened to the packs: begins, ends and renews the runs accordingly. */
  private void follow() {
    try {
      // First the runs: one that begins meanwhile is no shadow in the list yet.
      List<ShadowRun> known = List.copyOf(runs.values());
      List<PackStatus> all = packs.list();
      for (PackStatus pack : all) {
        if (pack.state() == PackState.SHADOW && runs.size() < MOST) {
          run(pack, PLATFORM);
        }
      }
      for (ShadowRun run : known) {
        boolean still =
            all.stream()
                .anyMatch(
                    pack ->
                        pack.hash().equals(run.pack().hash()) && pack.state() == PackState.SHADOW);
        if (still) {
          run.renew();
        } else {
          end(run, PLATFORM);
        }
      }
    } catch (PackException | IllegalStateException e) {
      if (!keeper.isShutdown()) {
        LOG.warn("the shadow runs could not follow the packs: {}", e.getMessage());
      }
    }
  }

  private void keep() {
    runs.values().forEach(run -> write(run, PLATFORM));
  }

  private void write(ShadowRun run, String actor) {
    try {
      ObjectNode json = run.json();
      registry.put(
          new Draft(KIND, run.pack().hash(), null, null, json.put("running", false).toString()),
          actor);
    } catch (StoreUnavailableException e) {
      LOG.debug("what the shadow saw is kept when the database is back: {}", e.getMessage());
    }
  }
}
