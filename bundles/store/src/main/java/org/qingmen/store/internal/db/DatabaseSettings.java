package org.qingmen.store.internal.db;

import java.nio.file.Path;
import java.util.function.Function;

/**
 * How the database is reached.
 *
 * @param url JDBC address
 * @param user user
 * @param password password, may be empty
 * @param connections most connections at once
 */
public record DatabaseSettings(String url, String user, String password, int connections) {

  /**
   * The environment wins over the configuration file; where both are silent, the embedded database
   * in the data directory serves.
   *
   * @param env reads an environment variable, null when it is not set
   */
  public static DatabaseSettings of(StoreConfig config, Function<String, String> env) {
    String url = first(env.apply("QINGMEN_DB_URL"), config.url());
    if (url == null) {
      String data = first(env.apply("QINGMEN_DATA"), "data");
      Path file = Path.of(data, "database", "qingmen").toAbsolutePath().normalize();
      return new DatabaseSettings("jdbc:h2:file:" + file, "qingmen", "", config.connections());
    }
    return new DatabaseSettings(
        url,
        orEmpty(first(env.apply("QINGMEN_DB_USER"), config.user())),
        orEmpty(first(env.apply("QINGMEN_DB_PASSWORD"), config.password())),
        config.connections());
  }

  /** What it is, without secrets: the address without user and options. */
  public String name() {
    int end = url.length();
    for (char c : new char[] {'?', ';'}) {
      int at = url.indexOf(c);
      end = at < 0 ? end : Math.min(end, at);
    }
    return url.substring(0, end);
  }

  @Override
  public String toString() {
    return name();
  }

  private static String first(String a, String b) {
    if (a != null && !a.isBlank()) {
      return a;
    }
    return b == null || b.isBlank() ? null : b;
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
