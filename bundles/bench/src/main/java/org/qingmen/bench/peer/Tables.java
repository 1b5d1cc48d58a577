package org.qingmen.bench.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.qingmen.store.PassageStore;

/**
 * The product's own tables, from the product's own script, and two more: what the product keeps in
 * its journal, the plain service keeps in the database.
 */
final class Tables {

  private static final String SCRIPT = "/org/qingmen/store/db/002-projection.sql";
  private static final String OPTIONS =
      "ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_nopad_bin";
  private static final String MESSAGE =
      "CREATE TABLE message (pos BIGINT NOT NULL PRIMARY KEY, source VARCHAR(100) NOT NULL,"
          + " raw LONGBLOB NOT NULL, document LONGBLOB NOT NULL) ";
  private static final String NONCE =
      "CREATE TABLE nonce (used BIGINT NOT NULL, key_id VARCHAR(64) NOT NULL, nonce VARCHAR(64) NOT"
          + " NULL, PRIMARY KEY (key_id, nonce)) ";

  private Tables() {}

  static void create(DataSource source) throws SQLException, IOException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : script().replaceAll("(?m)^--.*$", "").split(";")) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
      statement.execute(MESSAGE + OPTIONS);
      statement.execute(NONCE + OPTIONS);
      connection.commit();
    }
  }

  private static String script() throws IOException {
    try (InputStream in = PassageStore.class.getResourceAsStream(SCRIPT)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace("${table.options}", OPTIONS);
    }
  }
}
