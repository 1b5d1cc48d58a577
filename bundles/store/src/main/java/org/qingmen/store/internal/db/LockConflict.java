package org.qingmen.store.internal.db;

import java.sql.SQLException;
import java.util.Set;

/** Tells a transaction that met another's locks: nothing is wrong, and it may be run again. */
final class LockConflict {

  /** Serialisation failure or deadlock, by the SQL standard. */
  private static final String VICTIM = "40001";

  /** H2: lock timeout, deadlock, concurrent update. MariaDB: lock timeout, deadlock. */
  private static final Set<Integer> CODES = Set.of(50200, 40001, 90131, 1205, 1213);

  private LockConflict() {}

  /** Whether somewhere in the causes a lock could not be had. */
  static boolean in(Throwable error) {
    for (Throwable t = error; t != null; t = t.getCause()) {
      if (t instanceof SQLException e
          && (VICTIM.equals(e.getSQLState()) || CODES.contains(e.getErrorCode()))) {
        return true;
      }
    }
    return false;
  }
}
