package org.qingmen.store.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.qingmen.store.internal.db.DatabaseSettings;

/** Empty databases of each kind for tests. */
public enum Databases {
  H2 {
    @Override
    public DatabaseSettings create() throws Exception {
      Path target = Files.createDirectories(Path.of("target", "h2"));
      Path folder = Files.createTempDirectory(target.toAbsolutePath(), "db");
      return new DatabaseSettings("jdbc:h2:file:" + folder.resolve("qingmen"), "q", "", 6);
    }
  },
  MARIADB {
    @Override
    public DatabaseSettings create() throws Exception {
      String name = "q" + NUMBER.incrementAndGet();
      return new DatabaseSettings(Holder.server().createDatabase(name), "root", "", 6);
    }
  };

  private static final AtomicInteger NUMBER = new AtomicInteger();

  /** An empty database. */
  public abstract DatabaseSettings create() throws Exception;

  /** The server all tests of this run share. */
  private static final class Holder {
    private static MariaDbServer server;

    static synchronized MariaDbServer server() throws Exception {
      if (server == null) {
        server = MariaDbServer.start();
      }
      return server;
    }
  }
}
