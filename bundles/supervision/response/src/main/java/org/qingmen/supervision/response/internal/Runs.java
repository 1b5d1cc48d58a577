package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.qingmen.engine.PackException;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.response.Question;
import org.qingmen.supervision.response.Run;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Evaluates whole episodes, one after the other, in a thread of its own. */
final class Runs implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
  private static final String KIND = "response-run";
  private static final String SERVER = "server:response";
  private static final long LOOK_EVERY_SECONDS = 60;

  /** Evaluates one enterprise. */
  interface Work {
    Object evaluate(Enterprise enterprise, Question question, String actor);
  }

  private final Registry registry;
  private final Clock clock;
  private final Function<String, List<Enterprise>> concerned;
  private final Work work;
  private final Map<String, Run> going = new ConcurrentHashMap<>();
  private final ScheduledExecutorService thread;
  private volatile boolean closed;

  Runs(Registry registry, Clock clock, Function<String, List<Enterprise>> concerned, Work work) {
    this.registry = registry;
    this.clock = clock;
    this.concerned = concerned;
    this.work = work;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread made = new Thread(task, "qingmen-response");
              made.setDaemon(true);
              return made;
            });
  }

  /** Begins to look for episodes that have ended. */
  void watch(EndedEpisodes ended) {
    thread.scheduleWithFixedDelay(
        () -> look(ended), LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
  }

  Run start(Question question, String actor) {
    List<Enterprise> enterprises = concerned.apply(question.episode());
    Run begun =
        new Run(
            question.episode(),
            "running",
            enterprises.size(),
            0,
            List.of(),
            clock.instant(),
            null,
            actor);
    if (going.putIfAbsent(question.episode(), begun) != null) {
      throw Texts.refusal(Refusal.Kind.CONFLICT, "evaluation-running", question.episode());
    }
    save(begun);
    thread.execute(() -> run(begun, enterprises, question));
    return begun;
  }

  Optional<Run> of(String episode) {
    Run now = going.get(episode);
    return now != null ? Optional.of(now) : stored(episode);
  }

  private void look(EndedEpisodes ended) {
    try {
      for (String episode : ended.due()) {
        boolean finished = stored(episode).filter(run -> "done".equals(run.state())).isPresent();
        if (!finished && !going.containsKey(episode)) {
          LOG.info("episode {} has ended: its response is evaluated", episode);
          start(new Question(episode, null, null, null), SERVER);
        }
      }
    } catch (StoreUnavailableException | Refusal e) {
      // The next look finds the same episodes.
      LOG.info("ended episodes cannot be looked for now: {}", e.getMessage());
    }
  }

  private void run(Run begun, List<Enterprise> enterprises, Question question) {
    List<String> failed = new ArrayList<>();
    int done = 0;
    for (Enterprise enterprise : enterprises) {
      if (closed) {
        break;
      }
      try {
        work.evaluate(enterprise, question, begun.actor());
        done++;
      } catch (Refusal | PackException | StoreUnavailableException e) {
        failed.add(enterprise.id() + ": " + e.getMessage());
      }
      going.put(begun.episode(), with(begun, "running", done, failed, null));
    }
    Run ended = with(begun, closed ? "interrupted" : "done", done, failed, clock.instant());
    try {
      save(ended);
    } catch (StoreUnavailableException e) {
      LOG.info(
          "the end of the evaluation of {} was not stored: {}", begun.episode(), e.getMessage());
    } finally {
      going.remove(begun.episode());
    }
  }

  private static Run with(Run run, String state, int done, List<String> failed, Instant finished) {
    return new Run(
        run.episode(), state, run.total(), done, failed, run.started(), finished, run.actor());
  }

  private void save(Run run) {
    ObjectNode body = StoredJson.object().put("episode", run.episode()).put("state", run.state());
    body.put("total", run.total()).put("done", run.done());
    run.failed().forEach(body.putArray("failed")::add);
    body.put("started", run.started().toString()).put("actor", run.actor());
    body.put("finished", run.finished() == null ? null : run.finished().toString());
    registry.put(new Draft(KIND, run.episode(), null, null, body.toString()), run.actor());
  }

  private Optional<Run> stored(String episode) {
    return registry.get(KIND, episode).map(document -> read(StoredJson.read(document.body())));
  }

  /** A stored run that says it goes on was interrupted, because it is not going on here. */
  private static Run read(JsonNode body) {
    List<String> failed = new ArrayList<>();
    body.path("failed").forEach(one -> failed.add(one.asText()));
    String state = body.path("state").asText();
    return new Run(
        body.path("episode").asText(),
        "running".equals(state) ? "interrupted" : state,
        body.path("total").asInt(),
        body.path("done").asInt(),
        failed,
        Instant.parse(body.path("started").asText()),
        body.hasNonNull("finished") ? Instant.parse(body.get("finished").asText()) : null,
        body.path("actor").asText());
  }

  @Override
  public void close() throws InterruptedException {
    closed = true;
    // Never interrupted: an interrupt in the middle of a read closes the embedded database's file.
    thread.shutdown();
    thread.awaitTermination(10, TimeUnit.SECONDS);
  }
}
