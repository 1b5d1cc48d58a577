package org.qingmen.store.internal.db;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** The embedded database's driver. */
final class H2Source {

  private H2Source() {}

  static DataSource of(DatabaseSettings settings) {
    // Over ordinary file channels one interrupted thread closes the database for everybody.
    String url = settings.url().replaceFirst("^jdbc:h2:file:", "jdbc:h2:retry:");
    url = Dialect.with(url, ";", "MODE=MariaDB");
    url = Dialect.with(url, ";", "DB_CLOSE_ON_EXIT=FALSE");
    // Kilobytes. The indexes of receipts, plates and VINs are hit all over.
    url = Dialect.with(url, ";", "CACHE_SIZE=98304");
    JdbcDataSource source = new JdbcDataSource();
    source.setURL(url);
    source.setUser(settings.user());
    source.setPassword(settings.password());
    return source;
  }
}
