package org.qingmen.camelhost.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.camel.Component;
import org.qingmen.camelhost.ConnectorState;
import org.qingmen.camelhost.ConnectorState.Kind;
import org.qingmen.camelhost.ConnectorState.Problem;
import org.qingmen.camelhost.ConnectorState.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All contexts of this server. Starting and stopping one is time-boxed and never touches another.
 */
final class Hosts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Hosts.class);

  private final Map<Object, Adapter> adapters = new ConcurrentHashMap<>();
  private final Map<String, ConnectorState> refused = new ConcurrentHashMap<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "connector-control");
            thread.setDaemon(true);
            return thread;
          });
  private final Clock clock;
  private final Duration longestStart;
  private final Duration longestStop;
  private final Supplier<Component> platform;

  /**
   * @param platform makes the {@code qingmen} component of a context
   * @param longestStart how long a connector may take to start before it counts as failed
   * @param longestStop how long it may take to stop before it is left behind
   */
  Hosts(Supplier<Component> platform, Clock clock, Duration longestStart, Duration longestStop) {
    this.platform = platform;
    this.clock = clock;
    this.longestStart = longestStart;
    this.longestStop = longestStop;
  }

  /**
   * Starts a connector in the background.
   *
   * @param key what it is stopped by
   * @return done when it started, failed or took too long
   */
  CompletableFuture<Void> start(
      Object key, String id, Kind kind, Source source, ClassLoader connector) {
    Adapter adapter = new Adapter(id, kind, source, connector, clock);
    adapter.context().addComponent("qingmen", platform.get());
    adapters.put(key, adapter);
    CompletableFuture<Void> done = new CompletableFuture<>();
    Future<?> work =
        threads.submit(
            () -> {
              adapter.start();
              done.complete(null);
            });
    threads.execute(() -> watch(adapter, work, done));
    return done;
  }

  private void watch(Adapter adapter, Future<?> work, CompletableFuture<Void> done) {
    try {
      work.get(longestStart.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      // First the reason: the interrupt that follows would otherwise be taken for it.
      adapter.fail("start-timeout", longestStart.toSeconds());
      work.cancel(true);
    } catch (ExecutionException e) {
      adapter.fail("start-failed", String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    done.complete(null);
    report(adapter.state());
  }

  private static void report(ConnectorState state) {
    if (state.problem() == null) {
      LOG.info("connector {} started: {}", state.id(), state.routes());
    } else {
      LOG.error("connector {}: {}", state.id(), state.problem().message().en());
    }
  }

  /** Stops what was started by this key and waits for it, within bounds. */
  void stop(Object key) {
    Adapter adapter = adapters.remove(key);
    if (adapter == null) {
      return;
    }
    Future<?> work = threads.submit(adapter::stop);
    try {
      work.get(longestStop.toMillis(), TimeUnit.MILLISECONDS);
      LOG.info("connector {} stopped", adapter.id());
    } catch (TimeoutException e) {
      work.cancel(true);
      LOG.error("connector {} did not stop within {}", adapter.id(), longestStop);
    } catch (ExecutionException e) {
      LOG.error("connector {} did not stop cleanly", adapter.id(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean runs(Object key) {
    return adapters.containsKey(key);
  }

  /** Shows a problem beside a connector that keeps running as it was. */
  void warn(Object key, Problem problem) {
    Adapter adapter = adapters.get(key);
    if (adapter != null) {
      adapter.warn(problem);
    }
  }

  /** Shows something that was not taken, by the name of its file. */
  void refuse(String name, Kind kind, Problem problem) {
    LOG.info("{} refused: {}", name, problem.message().en());
    refused.put(
        name, new ConnectorState(name, kind, State.REFUSED, null, List.of(), problem, 0, 0, 0));
  }

  void forget(String name) {
    refused.remove(name);
  }

  List<ConnectorState> list() {
    List<ConnectorState> states = new ArrayList<>(refused.values());
    adapters.values().forEach(adapter -> states.add(adapter.state()));
    states.sort(Comparator.comparing(ConnectorState::id));
    return states;
  }

  @Override
  public void close() {
    List.copyOf(adapters.keySet()).forEach(this::stop);
    threads.shutdownNow();
  }
}
