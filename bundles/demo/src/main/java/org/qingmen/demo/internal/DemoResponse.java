package org.qingmen.demo.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.journal.Journal;
import org.qingmen.store.Projection;
import org.qingmen.store.Registry;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.supervision.response.Question;
import org.qingmen.supervision.response.ResponseEvaluations;

/**
 * Evaluates the demonstration's alert once everything is loaded. It was entered after it had ended,
 * so the server leaves it to people.
 */
@Component(service = DemoResponse.class, immediate = true)
public final class DemoResponse {

  private static final long RETRY_SECONDS = 2;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ResponseEvaluations evaluations;
  private final Projection projection;
  private final Journal journal;
  private final Progress progress;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread;

  @Activate
  public DemoResponse(
      @Reference ResponseEvaluations evaluations,
      @Reference Registry registry,
      @Reference Projection projection,
      @Reference Journal journal) {
    this.evaluations = evaluations;
    this.projection = projection;
    this.journal = journal;
    String data = Optional.ofNullable(System.getenv("QINGMEN_DATA")).orElse("data");
    this.progress = new Progress(registry, Path.of(data));
    this.thread = new Thread(this::run, "qingmen-demo-response");
    thread.setDaemon(true);
    if ("1".equals(System.getenv("QINGMEN_DEMO"))) {
      thread.start();
    }
  }

  @Deactivate
  void close() throws InterruptedException {
    stop.countDown();
    thread.join(TimeUnit.SECONDS.toMillis(10));
  }

  private void run() {
    try {
      while (!stop.await(RETRY_SECONDS, TimeUnit.SECONDS) && !attempt()) {
        // Not loaded yet.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean attempt() throws InterruptedException {
    try {
      boolean loaded = progress.state().filter(state -> state.next() == null).isPresent();
      if (!loaded || !projection.awaitPosition(journal.end(), PATIENCE)) {
        return false;
      }
      if (evaluations.run(SupervisionPart.EPISODE).isEmpty()) {
        Question question = new Question(SupervisionPart.EPISODE, null, null, null);
        evaluations.evaluateAll(question, Loading.ACTOR.name());
      }
      return true;
    } catch (StoreUnavailableException e) {
      return false;
    }
  }
}
