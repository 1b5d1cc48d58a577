package org.qingmen.store.internal.db;

import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;

/** What differs between the databases. Statements are the same, because H2 speaks MariaDB's. */
public enum Dialect {
  /** The embedded database. */
  H2("org.eclipse.persistence.platform.database.H2Platform", ""),
  /** MariaDB 10.6 or later, and servers speaking its protocol. */
  MARIADB(
      "org.eclipse.persistence.platform.database.MariaDBPlatform",
      "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin");

  private final String platform;
  private final String tableOptions;

  Dialect(String platform, String tableOptions) {
    this.platform = platform;
    this.tableOptions = tableOptions;
  }

  /** The dialect an address speaks. */
  public static Dialect of(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    if (lower.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (lower.startsWith("jdbc:mariadb:")) {
      return MARIADB;
    }
    throw new IllegalArgumentException(
        "database address begins with jdbc:mariadb: or jdbc:h2:, see QINGMEN_DB_URL");
  }

  /** Name of EclipseLink's platform class. */
  public String platform() {
    return platform;
  }

  /** What follows the closing bracket of CREATE TABLE. */
  public String tableOptions() {
    return tableOptions;
  }

  /** Whether a commit is on disk only after {@code CHECKPOINT SYNC}. */
  public boolean needsCheckpoint() {
    return this == H2;
  }

  /** The driver's data source; each driver is loaded only where it is used. */
  public DataSource dataSource(DatabaseSettings settings) throws SQLException {
    return switch (this) {
      case H2 -> H2Source.of(settings);
      case MARIADB -> MariaDbSource.of(settings);
    };
  }

  /** The address with an option, unless the operator has set it himself. */
  static String with(String url, String separator, String option) {
    String key = option.substring(0, option.indexOf('=') + 1);
    return url.toUpperCase(Locale.ROOT).contains(key.toUpperCase(Locale.ROOT))
        ? url
        : url + separator + option;
  }
}
