package org.qingmen.store.internal.db;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The connections; made without touching the database, which may be away. */
final class Pool implements AutoCloseable {

  private static final long WAIT_MILLIS = 3_000;

  private final HikariDataSource source;

  Pool(DatabaseSettings settings, Dialect dialect) {
    HikariConfig config = new HikariConfig();
    try {
      config.setDataSource(dialect.dataSource(settings));
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          "the database address cannot be understood: " + settings.name(), e);
    }
    config.setPoolName("qingmen-store");
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(2);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(WAIT_MILLIS);
    config.setValidationTimeout(2_000);
    this.source = new HikariDataSource(config);
  }

  DataSource dataSource() {
    return source;
  }

  Connection connection() throws SQLException {
    return source.getConnection();
  }

  @Override
  public void close() {
    source.close();
  }
}
