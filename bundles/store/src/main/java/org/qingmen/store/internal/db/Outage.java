package org.qingmen.store.internal.db;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/** Tells a database that is away from one that refuses. */
public final class Outage {

  private static final int H2_CLOSED = 90098;
  private static final int H2_CLOSED_BY_USER = 90121;

  /** What the pool says, without any state, of a connection that it has thrown away. */
  private static final String EVICTED = "Connection is closed";

  private Outage() {}

  /** Whether somewhere in the causes the connection is what failed. */
  public static boolean in(Throwable error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof SQLException e && isOutage(e)) {
        return true;
      }
    }
    return false;
  }

  /** The SQL state of the innermost SQL error, empty when there is none. */
  static String sqlState(Throwable error) {
    String state = "";
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof SQLException e && e.getSQLState() != null) {
        state = e.getSQLState();
      }
    }
    return state;
  }

  private static boolean isOutage(SQLException e) {
    return e instanceof SQLTransientConnectionException
        || e instanceof SQLNonTransientConnectionException
        || e instanceof SQLRecoverableException
        || e.getErrorCode() == H2_CLOSED
        || e.getErrorCode() == H2_CLOSED_BY_USER
        || (e.getSQLState() != null && e.getSQLState().startsWith("08"))
        || (e.getSQLState() == null && EVICTED.equals(e.getMessage()))
        || (e instanceof BatchUpdateException b
            && b.getNextException() != null
            && isOutage(b.getNextException()));
  }
}
