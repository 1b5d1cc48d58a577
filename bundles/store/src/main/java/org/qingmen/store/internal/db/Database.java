package org.qingmen.store.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;
import org.qingmen.store.Registry.Registration;
import org.qingmen.store.StoreUnavailableException;

/**
 * The one way to the database. It may be away at start and go away at any time: work then fails at
 * once with {@link StoreUnavailableException}, and a keeper brings it back by itself.
 */
@Component(service = Database.class, configurationPid = StoreConfig.PID)
@Designate(ocd = StoreConfig.class)
public final class Database implements AutoCloseable {

  /** Work on one connection. */
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  private static final int ATTEMPTS = 5;

  private final DatabaseSettings settings;
  private final Dialect dialect;
  private final Pool pool;
  private final Keeper keeper;

  @Activate
  public Database(StoreConfig config) {
    this(DatabaseSettings.of(config, System::getenv));
  }

  public Database(DatabaseSettings settings) {
    this.settings = settings;
    this.dialect = Dialect.of(settings.url());
    this.pool = new Pool(settings, dialect);
    this.keeper = new Keeper(pool, dialect, settings.name());
    keeper.start();
  }

  @Deactivate
  @Override
  public void close() {
    keeper.close();
    pool.close();
  }

  /** Which database it is. */
  public Dialect dialect() {
    return dialect;
  }

  /** For the persistence provider, which manages connections itself. */
  public DataSource dataSource() {
    return pool.dataSource();
  }

  /** Whether it answers now, as far as is known. */
  public boolean reachable() {
    return keeper.reachable();
  }

  /** Why it is away, empty when it is there. */
  public String trouble() {
    return keeper.trouble();
  }

  /** Unsafe settings found when it was last reached. */
  public List<String> warnings() {
    return keeper.warnings();
  }

  /** Address without secrets. */
  public String name() {
    return settings.name();
  }

  /** Runs an action now if the database is there, and whenever it comes back. */
  public Registration whenReachable(Runnable action) {
    return keeper.whenReachable(action);
  }

  /** Reads in one transaction. */
  public <T> T read(Work<T> work) {
    return run(work, false);
  }

  /** Writes in one transaction that is on disk when this returns. */
  public <T> T write(Work<T> work) {
    return run(work, dialect.needsCheckpoint());
  }

  /**
   * Writes like {@link #write}, again when another transaction held what this one needs: for work
   * that can be repeated without harm.
   */
  public <T> T writeAgain(Work<T> work) {
    for (int attempt = 1; ; attempt++) {
      try {
        return write(work);
      } catch (StoreUnavailableException e) {
        // The database itself waited for the lock before it gave up; no need to wait here.
        if (attempt == ATTEMPTS || !LockConflict.in(e)) {
          throw e;
        }
      }
    }
  }

  /** Puts what others committed on disk. */
  public void sync() {
    if (dialect.needsCheckpoint()) {
      run(
          connection -> {
            checkpoint(connection);
            return null;
          },
          false);
    }
  }

  /** Notes that the connection failed elsewhere, and answers the exception to throw. */
  public StoreUnavailableException away(Throwable cause) {
    keeper.lost(cause);
    return new StoreUnavailableException(
        "the database " + settings.name() + " is away: " + cause.getMessage(), cause);
  }

  /** Throws at once when the database is known to be away. */
  public void requireReachable() {
    if (!reachable()) {
      throw new StoreUnavailableException(
          "the database " + settings.name() + " is away: " + trouble(), null);
    }
  }

  private <T> T run(Work<T> work, boolean checkpoint) {
    requireReachable();
    try (Connection connection = pool.connection()) {
      return inTransaction(connection, work, checkpoint);
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static <T> T inTransaction(Connection connection, Work<T> work, boolean checkpoint)
      throws SQLException {
    boolean undo = true;
    try {
      T result = work.run(connection);
      connection.commit();
      if (checkpoint) {
        checkpoint(connection);
      }
      undo = false;
      return result;
    } catch (SQLException e) {
      // A broken connection has nothing to take back; its transaction is gone with it.
      undo = !Outage.in(e);
      throw e;
    } finally {
      if (undo) {
        rollBack(connection);
      }
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The failure that brought us here says more; the pool discards a broken connection.
      return;
    }
  }

  private RuntimeException failure(SQLException e) {
    if (Outage.in(e)) {
      return away(e);
    }
    return LockConflict.in(e)
        ? new StoreUnavailableException("the database is busy with what this needs", e)
        : new SqlFailure(e);
  }

  private static void checkpoint(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CHECKPOINT SYNC");
    }
    connection.commit();
  }
}
