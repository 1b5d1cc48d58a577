package org.qingmen.store.internal.db;

import java.sql.SQLException;

/** The database answered, but refused the statement. */
public final class SqlFailure extends RuntimeException {

  public SqlFailure(SQLException cause) {
    super(cause.getMessage(), cause);
  }

  /** Whether a unique index refused a row. */
  public boolean duplicateKey() {
    return Outage.sqlState(this).startsWith("23");
  }
}
