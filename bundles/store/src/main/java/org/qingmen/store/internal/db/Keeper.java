package org.qingmen.store.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.qingmen.store.Registry.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches whether the database is there, brings its tables up to date when it comes, and tells
 * those who wait for it.
 */
final class Keeper implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
  private static final long RETRY_MILLIS = 500;
  private static final long CLOSE_SECONDS = 10;
  private static final long PULSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Pool pool;
  private final Dialect dialect;
  private final String name;
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "qingmen-database-keeper");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean reachable;
  private volatile String trouble = "not reached yet";
  private volatile List<String> warnings = List.of();
  private volatile boolean warned;
  private boolean missing;
  private long missedSince;
  private long lastPulse;

  Keeper(Pool pool, Dialect dialect, String name) {
    this.pool = pool;
    this.dialect = dialect;
    this.name = name;
  }

  /** Tries once at once, so that a database that is there serves from the first moment. */
  void start() {
    tick();
    clock.scheduleWithFixedDelay(this::tick, RETRY_MILLIS, RETRY_MILLIS, TimeUnit.MILLISECONDS);
  }

  boolean reachable() {
    return reachable;
  }

  String trouble() {
    return reachable ? "" : trouble;
  }

  List<String> warnings() {
    return warnings;
  }

  synchronized Registration whenReachable(Runnable action) {
    actions.add(action);
    if (reachable) {
      action.run();
    }
    return () -> actions.remove(action);
  }

  void lost(Throwable cause) {
    trouble = String.valueOf(cause.getMessage());
    if (reachable) {
      reachable = false;
      LOG.warn("database {} is away, records are kept in the journal: {}", name, trouble);
    }
  }

  @Override
  public void close() {
    clock.shutdown();
    try {
      if (!clock.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        clock.shutdownNow();
      }
    } catch (InterruptedException e) {
      clock.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void tick() {
    try {
      if (!reachable) {
        arrive();
      } else if (System.nanoTime() - lastPulse > PULSE_NANOS) {
        pulse();
      }
    } catch (SQLException e) {
      missed(e);
    } catch (RuntimeException e) {
      LOG.error("database {}: {}", name, e.getMessage(), e);
    }
  }

  private void missed(SQLException e) {
    trouble = String.valueOf(e.getMessage());
    if (reachable) {
      lost(e);
    } else {
      stillMissing();
    }
  }

  /** A machine that starts many things at once may need a moment; only lasting trouble is one. */
  private void stillMissing() {
    if (!missing) {
      missing = true;
      missedSince = System.nanoTime();
      LOG.info("database {} does not answer yet, trying again by itself: {}", name, trouble);
    } else if (!warned && System.nanoTime() - missedSince > PATIENCE_NANOS) {
      warned = true;
      LOG.warn("database {} cannot be used yet, trying again by itself: {}", name, trouble);
    }
  }

  private synchronized void arrive() throws SQLException {
    try (Connection connection = pool.connection()) {
      Migrations.apply(connection, dialect);
    }
    // Liquibase leaves the connection's mode changed; what follows uses another one.
    try (Connection connection = pool.connection()) {
      warnings = SafetyCheck.warnings(connection, dialect);
      connection.rollback();
    }
    warnings.forEach(LOG::warn);
    lastPulse = System.nanoTime();
    reachable = true;
    warned = false;
    missing = false;
    LOG.info("database {} is there", name);
    for (Runnable action : actions) {
      tell(action);
    }
  }

  private static void tell(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.error("a cache could not be loaded from the database: {}", e.getMessage(), e);
    }
  }

  private void pulse() throws SQLException {
    try (Connection connection = pool.connection()) {
      if (!connection.isValid(2)) {
        throw new SQLException("the connection does not answer", "08000");
      }
      connection.rollback();
    }
    lastPulse = System.nanoTime();
  }
}
