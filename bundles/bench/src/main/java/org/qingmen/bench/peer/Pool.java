package org.qingmen.bench.peer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** Connections to MariaDB. */
final class Pool {

  /**
   * Tried 8, 16, 32, 64 on two cores: commits share a sync up to here, beyond it they only wait.
   */
  private static final int CONNECTIONS = Integer.getInteger("qingmen.peer.connections", 32);

  private Pool() {}

  static HikariDataSource open(String url) {
    HikariConfig config = new HikariConfig();
    // Prepared on the server and kept: parsing the same text for every record would be a waste.
    config.setJdbcUrl(url + "?useServerPrepStmts=true&prepStmtCacheSize=100&tcpKeepAlive=true");
    config.setUsername("root");
    config.setPassword("");
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(CONNECTIONS);
    config.setAutoCommit(false);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setConnectionTimeout(30_000);
    return new HikariDataSource(config);
  }
}
