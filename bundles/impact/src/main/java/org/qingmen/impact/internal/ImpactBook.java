package org.qingmen.impact.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.qingmen.engine.Comparing;
import org.qingmen.engine.Comparison;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus;
import org.qingmen.grading.GradeFacts;
import org.qingmen.grading.Grades;
import org.qingmen.impact.Impacts;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.Registry;
import org.qingmen.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Impact jobs, one after the other; what they are and came to is kept in the registry. */
@Component(configurationPid = ImpactConfig.PID)
@Designate(ocd = ImpactConfig.class)
public final class ImpactBook implements Impacts {

  private static final Logger LOG = LoggerFactory.getLogger(ImpactBook.class);
  private static final String PLATFORM = "platform";
  private static final int MOST_WAITING = 20;

  private final Registry registry;
  private final Jobs jobs;
  private final Journal journal;
  private final Comparing comparing;
  private final Grades grades;
  private final GradeFacts facts;
  private final ImpactConfig config;
  private final int threads;
  private final RefusalTexts texts = RefusalTexts.beside(ImpactBook.class);
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Live> live = new ConcurrentHashMap<>();
  private final Registry.Registration reaching;
  private final ExecutorService queue = Executors.newSingleThreadExecutor(ImpactBook::thread);
  private final ExecutorService workers = Executors.newCachedThreadPool(ImpactBook::thread);

  /** A job that waits or runs. */
  private static final class Live {
    private final ObjectNode about;
    private final Request request;
    private final Comparison comparison;
    private volatile ImpactRun run;
    private volatile boolean cancelled;

    Live(ObjectNode about, Request request, Comparison comparison) {
      this.about = about;
      this.request = request;
      this.comparison = comparison;
    }
  }

  /** Wired by the container. */
  @Activate
  public ImpactBook(
      ImpactConfig config,
      @Reference Registry registry,
      @Reference Journal journal,
      @Reference Comparing comparing,
      @Reference Grades grades,
      @Reference GradeFacts facts) {
    this.registry = registry;
    this.jobs = new Jobs(registry);
    this.journal = journal;
    this.comparing = comparing;
    this.grades = grades;
    this.facts = facts;
    this.config = config;
    int processors = Math.min(4, Runtime.getRuntime().availableProcessors());
    this.threads = config.workers() > 0 ? config.workers() : processors;
    reaching = registry.whenReachable(() -> queue.execute(this::interrupted));
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "qingmen-impact");
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    return thread;
  }

  @Deactivate
  void close() {
    reaching.close();
    live.values().forEach(ImpactBook::cancel);
    queue.shutdownNow();
    workers.shutdownNow();
    live.values().forEach(one -> one.comparison.close());
  }

  /** Jobs of an earlier process did not come to their end, and say so. */
  private void interrupted() {
    try {
      for (ObjectNode job : jobs.all()) {
        String state = job.path("state").asText();
        boolean open = "queued".equals(state) || "running".equals(state);
        if (open && !live.containsKey(job.path("id").asText())) {
          jobs.write(job.put("state", "interrupted").put("ended", now()), PLATFORM);
        }
      }
    } catch (StoreUnavailableException e) {
      LOG.debug("the jobs are looked at when the database is back: {}", e.getMessage());
    }
  }

  @Override
  public Job start(Request request, String actor) {
    if (request.to().isBefore(request.from())) {
      throw texts.refusal(
          Refusal.Kind.INVALID,
          "impact-period",
          request.from().toString(),
          request.to().toString());
    }
    if (live.size() >= MOST_WAITING) {
      throw texts.refusal(Refusal.Kind.CONFLICT, "impact-busy", MOST_WAITING);
    }
    PackStatus pack = request.candidate();
    PackRef candidate = new PackRef(pack.id(), pack.version(), pack.hash());
    Comparison comparison = comparing.begin(candidate, ImpactRun.scope(request));
    String id = "I" + Instant.now().toEpochMilli() + Integer.toString(random.nextInt(1296), 36);
    ObjectNode about = about(id, request, comparison, actor);
    Job answer = Jobs.job(about);
    Live one = new Live(about, request, comparison);
    try {
      jobs.write(about, actor);
    } catch (StoreUnavailableException e) {
      comparison.close();
      throw e;
    }
    live.put(id, one);
    queue.execute(() -> work(id, one, actor));
    return answer;
  }

  private ObjectNode about(String id, Request request, Comparison comparison, String actor) {
    ObjectNode json = Json.object();
    PackStatus pack = request.candidate();
    json.put("id", id).put("state", "queued").put("by", actor).put("asked", now());
    json.put("from", request.from().toString()).put("to", request.to().toString());
    json.put("division", request.division());
    json.putObject("pack")
        .put("id", pack.id())
        .put("version", pack.version())
        .put("hash", pack.hash());
    PackRef serving = comparison.serving();
    json.put("serving", serving == null ? null : serving.version());
    json.put("threshold", config.approval_share());
    return json;
  }

  private void work(String id, Live one, String actor) {
    String state;
    try {
      state = one.cancelled ? "cancelled" : run(one);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      state = "interrupted";
    } catch (RuntimeException e) {
      state = "failed";
      synchronized (one.about) {
        one.about.put("trouble", String.valueOf(e.getMessage()));
      }
      LOG.warn("impact job {} failed: {}", id, e.getMessage());
    } finally {
      one.comparison.close();
    }
    try {
      jobs.write(ended(one, state), actor);
    } catch (StoreUnavailableException e) {
      // Its document says that it runs: when the database is back it is found interrupted.
      LOG.warn("the result of impact job {} could not be kept: {}", id, e.getMessage());
    } finally {
      live.remove(id);
    }
  }

  private String run(Live one) throws InterruptedException {
    Throttle throttle = new Throttle(journal::end, config.rest_share(), config.rest_from());
    ImpactRun run =
        new ImpactRun(
            one.request,
            journal,
            one.comparison,
            new GradeSweep(registry, grades, facts),
            throttle);
    one.run = run;
    synchronized (one.about) {
      one.about.put("state", "running").put("started", now());
    }
    if (one.cancelled) {
      run.cancel();
    }
    run.run(workers, threads);
    return run.cancelled() ? "cancelled" : "done";
  }

  private static ObjectNode ended(Live one, String state) {
    synchronized (one.about) {
      ObjectNode json = one.about.deepCopy();
      json.put("state", state).put("ended", now());
      if (one.run != null) {
        json.set("progress", one.run.progress());
        json.set("result", one.run.result());
        json.put(
            "approvalNeeded",
            "done".equals(state) && one.run.share() > json.path("threshold").asDouble());
      }
      return json;
    }
  }

  @Override
  public Optional<Job> find(String id) {
    return json(id).map(Jobs::job);
  }

  private Optional<ObjectNode> json(String id) {
    Live one = live.get(id);
    if (one == null) {
      return jobs.find(id);
    }
    synchronized (one.about) {
      ObjectNode json = one.about.deepCopy();
      if (one.run != null) {
        json.set("progress", one.run.progress());
      }
      return Optional.of(json);
    }
  }

  @Override
  public List<Job> list(String pack, String version) {
    return jobs.all().stream()
        .filter(job -> job.at("/pack/id").asText().equals(pack))
        .filter(job -> job.at("/pack/version").asText().equals(version))
        .map(job -> json(job.path("id").asText()).orElse(job))
        .map(ImpactBook::brief)
        .toList();
  }

  /** Without the lists, which make a result long. */
  private static Job brief(ObjectNode job) {
    if (job.path("result") instanceof ObjectNode result) {
      result.remove(List.of("enterprises", "rules", "graded", "verdicts", "gradeChanges"));
    }
    return Jobs.job(job);
  }

  @Override
  public Job cancel(String id, String actor) {
    Live one = live.get(id);
    if (one != null) {
      synchronized (one.about) {
        one.about.put("cancelledBy", actor);
      }
      cancel(one);
    }
    return find(id).orElseThrow(() -> texts.refusal(Refusal.Kind.NOT_FOUND, "impact-unknown", id));
  }

  private static void cancel(Live one) {
    one.cancelled = true;
    ImpactRun run = one.run;
    if (run != null) {
      run.cancel();
    }
  }

  private static String now() {
    return Json.time(Instant.now());
  }
}
