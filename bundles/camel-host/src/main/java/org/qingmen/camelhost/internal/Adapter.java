package org.qingmen.camelhost.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Route;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.ExplicitCamelContextNameStrategy;
import org.qingmen.camelhost.ConnectorState;
import org.qingmen.camelhost.ConnectorState.Kind;
import org.qingmen.camelhost.ConnectorState.Problem;
import org.qingmen.camelhost.ConnectorState.State;
import org.qingmen.spi.device.Messages;

/** One connector: a context of its own, started and stopped once. */
final class Adapter {

  private static final Messages MESSAGES = Messages.beside(Adapter.class);
  private static final int DRAIN_SECONDS = 5;

  private final String id;
  private final Kind kind;
  private final Source source;
  private final Clock clock;
  private final DefaultCamelContext context = new DefaultCamelContext();
  private final ClassLoader loader;
  private final Counter counter = new Counter();
  private volatile State state = State.STARTING;
  private volatile Instant startedAt;
  private volatile Problem problem;
  private volatile boolean stopped;

  Adapter(String id, Kind kind, Source source, ClassLoader connector, Clock clock) {
    this.id = id;
    this.kind = kind;
    this.source = source;
    this.clock = clock;
    this.loader = new AdapterLoader(connector, DefaultCamelContext.class.getClassLoader());
    context.setNameStrategy(new ExplicitCamelContextNameStrategy("connector-" + id));
    context.setApplicationContextClassLoader(loader);
    context.getShutdownStrategy().setTimeUnit(TimeUnit.SECONDS);
    context.getShutdownStrategy().setTimeout(DRAIN_SECONDS);
    context.getShutdownStrategy().setShutdownNowOnTimeout(true);
    context.getShutdownStrategy().setLogInflightExchangesOnTimeout(false);
    context.getManagementStrategy().addEventNotifier(counter);
  }

  DefaultCamelContext context() {
    return context;
  }

  String id() {
    return id;
  }

  /** Starts the routes in the calling thread; a failure becomes the state, never an exception. */
  void start() {
    within(
        () -> {
          try {
            source.addTo(context);
            context.start();
            started();
          } catch (Exception | LinkageError e) { // whatever a connector throws is its own failure
            fail("start-failed", cause(e));
            context.stop();
          }
          if (stopped || state == State.FAILED) {
            context.stop();
          }
        });
  }

  private synchronized void started() {
    if (state == State.STARTING) {
      startedAt = clock.instant();
      state = State.STARTED;
    }
  }

  /** Stops the routes in the calling thread. */
  void stop() {
    stopped = true;
    within(context::stop);
  }

  /** The first failure is the one that is shown. */
  synchronized void fail(String code, Object... arguments) {
    if (state == State.FAILED) {
      return;
    }
    Object[] all = new Object[arguments.length + 1];
    all[0] = id;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    problem = new Problem(code, MESSAGES.text(code, all));
    state = State.FAILED;
    startedAt = null;
  }

  /** Notes something that does not stop the routes. */
  void warn(Problem noticed) {
    problem = noticed;
  }

  boolean starting() {
    return state == State.STARTING;
  }

  ConnectorState state() {
    List<String> routes = context.getRoutes().stream().map(Route::getRouteId).sorted().toList();
    return new ConnectorState(
        id,
        kind,
        state,
        startedAt,
        routes,
        problem,
        counter.received(),
        counter.answered(),
        counter.failed());
  }

  private void within(Runnable work) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      work.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String cause(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return root.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }
}
