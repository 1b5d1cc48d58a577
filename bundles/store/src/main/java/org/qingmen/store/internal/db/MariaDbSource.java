package org.qingmen.store.internal.db;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** MariaDB's driver. */
final class MariaDbSource {

  private MariaDbSource() {}

  static DataSource of(DatabaseSettings settings) throws SQLException {
    String url = settings.url();
    // A dead server must be noticed; a batch may take a while on a slow disk.
    for (String option :
        new String[] {
          "useBulkStmts=true", "connectTimeout=3000", "socketTimeout=60000", "tcpKeepAlive=true"
        }) {
      url = Dialect.with(url, url.contains("?") ? "&" : "?", option);
    }
    MariaDbDataSource source = new MariaDbDataSource();
    source.setUrl(url);
    source.setUser(settings.user());
    source.setPassword(settings.password());
    return source;
  }
}
