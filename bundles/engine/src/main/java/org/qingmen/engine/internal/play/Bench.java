package org.qingmen.engine.internal.play;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.qingmen.engine.PackException;
import org.qingmen.engine.internal.text.Messages;

/** Does work for at most so long and at most so much at a time. */
final class Bench implements AutoCloseable {

  private final Duration patience;
  private final Semaphore places;
  private final ExecutorService workers;

  Bench(int places, Duration patience) {
    this.patience = patience;
    this.places = new Semaphore(places);
    this.workers =
        Executors.newFixedThreadPool(
            places,
            work -> {
              Thread thread = new Thread(work, "qingmen-playground");
              thread.setDaemon(true);
              thread.setPriority(Thread.MIN_PRIORITY);
              return thread;
            });
  }

  /**
   * Does it.
   *
   * @throws TimeoutException when it took too long; its place stays taken until it has ended
   * @throws PackException {@code busy} when there is no place
   */
  <T> T within(Callable<T> work) throws TimeoutException {
    if (!places.tryAcquire()) {
      throw new PackException("busy", Messages.text("trial-busy"));
    }
    Future<T> result =
        workers.submit(
            () -> {
              try {
                return work.call();
              } finally {
                places.release();
              }
            });
    try {
      return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PackException("busy", Messages.text("trial-busy"));
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
