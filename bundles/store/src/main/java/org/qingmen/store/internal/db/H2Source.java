package org.qingmen.store.internal.db;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The embedded database's driver. */
final class H2Source {

  private H2Source() {}

  static DataSource of(DatabaseSettings settings) {
    String url = Dialect.with(settings.url(), ";", "MODE=MariaDB");
    url = Dialect.with(url, ";", "DB_CLOSE_ON_EXIT=FALSE");
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser(settings.user());
    source.setPassword(settings.password());
    return source;
  }
}
