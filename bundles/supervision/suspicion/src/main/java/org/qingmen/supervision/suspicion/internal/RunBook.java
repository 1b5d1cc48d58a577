package org.qingmen.supervision.suspicion.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Rehearsal;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.PassageChains;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.store.StoredJson;
import org.qingmen.store.SuspicionStore;
import org.qingmen.supervision.suspicion.VerificationRuns;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verification runs, one after the other; what they are and came to is kept in the registry. */
@Component
public final class RunBook implements VerificationRuns {

  private static final Logger LOG = LoggerFactory.getLogger(RunBook.class);
  private static final String KIND = "verification-run";

  private final Registry registry;
  private final PastCheck.Tools tools;
  private final RefusalTexts texts = RefusalTexts.beside(RunBook.class);
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Live> live = new ConcurrentHashMap<>();
  private final Registry.Registration reaching;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "qingmen-verification-run");
            thread.setDaemon(true);
            thread.setPriority(Thread.MIN_PRIORITY);
            return thread;
          });

  private record Live(PastCheck run, ObjectNode about, Request request, String actor) {}

  /** Wired by the container. */
  @Activate
  public RunBook(
      @Reference Registry registry,
      @Reference Journal journal,
      @Reference Rehearsal rehearsal,
      @Reference PassageChains chains,
      @Reference SuspicionStore store,
      @Reference Judge judge) {
    this.registry = registry;
    this.tools = new PastCheck.Tools(journal, rehearsal, chains, store, new Findings(judge));
    reaching = registry.whenReachable(() -> worker.execute(this::interrupted));
  }

  @Deactivate
  void close() {
    reaching.close();
    live.values().forEach(one -> one.run().cancel());
    worker.shutdownNow();
  }

  /** Runs of an earlier process did not come to their end. */
  private void interrupted() {
    try (Stream<Document> documents = registry.all(KIND)) {
      List<Document> open =
          documents
              .filter(document -> !live.containsKey(document.id()))
              .filter(document -> running(StoredJson.read(document.body()).path("state").asText()))
              .toList();
      for (Document document : open) {
        ObjectNode json = (ObjectNode) StoredJson.read(document.body());
        json.put("state", "interrupted").put("ended", now());
        write(document.id(), document.enterprise(), document.division(), json, Follower.PLATFORM);
      }
    } catch (StoreUnavailableException e) {
      LOG.debug("the runs are looked at when the database is back: {}", e.getMessage());
    }
  }

  private static boolean running(String state) {
    return "queued".equals(state) || "running".equals(state);
  }

  @Override
  public String start(Request request, String actor) {
    if (!request.from().isBefore(request.to())) {
      throw texts.refusal(
          Refusal.Kind.INVALID, "run-period", request.from().toString(), request.to().toString());
    }
    String id = "V" + Instant.now().toEpochMilli() + Integer.toString(random.nextInt(1296), 36);
    ObjectNode about = about(id, request, actor);
    // Before the worker has it: from then on it changes.
    String answer = about.toString();
    Live one = new Live(new PastCheck(request, actor, tools), about, request, actor);
    live.put(id, one);
    write(id, request.enterprise(), division(request), about, actor);
    worker.execute(() -> work(id, one));
    return answer;
  }

  private void work(String id, Live one) {
    String state;
    synchronized (one.about()) {
      one.about().put("state", "running").put("started", now());
    }
    try {
      if (!one.run().cancelled()) {
        one.run().run();
      }
      state = one.run().cancelled() ? "cancelled" : "done";
    } catch (RuntimeException e) {
      state = "failed";
      synchronized (one.about()) {
        one.about().put("trouble", String.valueOf(e.getMessage()));
      }
      LOG.warn("verification run {} failed: {}", id, e.getMessage());
    }
    ObjectNode ended;
    synchronized (one.about()) {
      ended = one.about().deepCopy();
    }
    ended.put("state", state).put("ended", now());
    ended.set("progress", one.run().progress());
    ended.set("result", one.run().result());
    try {
      write(id, one.request().enterprise(), division(one.request()), ended, one.actor());
      live.remove(id);
    } catch (StoreUnavailableException e) {
      // Its document says that it runs: when the database is back it is found interrupted.
      live.remove(id);
      LOG.warn("the result of verification run {} could not be kept: {}", id, e.getMessage());
    }
  }

  @Override
  public Optional<VerificationRuns.Run> find(String id) {
    return registry.get(KIND, id).map(this::run);
  }

  @Override
  public Page<VerificationRuns.Run> list(
      String enterprise, String divisionPrefix, String cursor, int limit) {
    Page<Document> page =
        registry.list(new RegistryQuery(KIND, enterprise, divisionPrefix, null, cursor, limit));
    return new Page<>(page.items().stream().map(this::run).toList(), page.next());
  }

  @Override
  public VerificationRuns.Run cancel(String id, String actor) {
    Live one = live.get(id);
    if (one != null) {
      one.run().cancel();
      synchronized (one.about()) {
        one.about().put("cancelledBy", actor);
      }
    }
    return find(id).orElseThrow(() -> texts.refusal(Refusal.Kind.NOT_FOUND, "run-unknown", id));
  }

  private VerificationRuns.Run run(Document document) {
    Live one = live.get(document.id());
    ObjectNode json = (ObjectNode) StoredJson.read(document.body());
    if (one != null) {
      synchronized (one.about()) {
        json = one.about().deepCopy();
      }
      json.set("progress", one.run().progress());
    }
    return new VerificationRuns.Run(
        document.id(), document.enterprise(), document.division(), json.toString());
  }

  private static ObjectNode about(String id, Request request, String actor) {
    ObjectNode json = StoredJson.object();
    json.put("id", id).put("state", "queued").put("by", actor).put("asked", now());
    json.put("from", request.from().toString()).put("to", request.to().toString());
    json.put("enterprise", request.enterprise()).put("division", request.division());
    json.put("suspicions", request.keep());
    if (request.candidate() == null) {
      json.putNull("pack");
    } else {
      json.putObject("pack")
          .put("id", request.candidate().id())
          .put("version", request.candidate().version())
          .put("hash", request.candidate().hash());
    }
    return json;
  }

  private void write(String id, String enterprise, String division, ObjectNode json, String actor) {
    registry.put(new Draft(KIND, id, enterprise, division, json.toString()), actor);
  }

  private static String division(Request request) {
    return request.division() == null || request.division().isEmpty() ? null : request.division();
  }

  private static String now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
  }
}
