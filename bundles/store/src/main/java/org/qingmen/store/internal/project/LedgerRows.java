package org.qingmen.store.internal.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.qingmen.spi.journal.Journal.Positioned;

/** Writes ledger rows, chained per enterprise, and sums the dedicated lines. */
final class LedgerRows {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String INSERT =
      "INSERT INTO ledger_row (pos, ledger, enterprise, serial_no, day_no, received, number, hash,"
          + " body) VALUES (?,?,?,?,?,?,?,?,?)";
  private static final String SUM =
      "INSERT INTO ledger_day (enterprise, day_no, mode, material_term, direction, grams)"
          + " VALUES (?,?,?,?,?,?) ON DUPLICATE KEY UPDATE grams = grams + VALUES(grams)";
  private static final String HEAD =
      "INSERT INTO chain_head (chain, number, hash) VALUES (?,?,?)"
          + " ON DUPLICATE KEY UPDATE number = VALUES(number), hash = VALUES(hash)";

  private final Connection connection;
  private final Dictionary dictionary;
  private final Map<String, Head> heads = new HashMap<>();

  private record Head(long number, String hash) {}

  LedgerRows(Connection connection, Dictionary dictionary) {
    this.connection = connection;
    this.dictionary = dictionary;
  }

  void add(Positioned entry) throws SQLException, IOException {
    JsonNode body = JSON.readTree(entry.entry().document());
    LedgerFields fields = LedgerFields.of(body);
    int enterprise = dictionary.enterprise(fields.enterprise(), "");
    String corrects = PassageFields.text(body.path("corrects"), "serial");
    LedgerReplaced replaced = new LedgerReplaced(connection, enterprise, fields.ledger());
    String serial =
        corrects == null ? fields.serial() : replaced.serial(corrects, entry.position());
    if (replaced.known(serial)) {
      return;
    }
    String text = new String(entry.entry().document(), StandardCharsets.UTF_8);
    long received = entry.entry().received().toEpochMilli();
    Head head = head(fields.enterprise());
    long number = head.number() + 1;
    String hash =
        LedgerHash.of(
            head.hash(), number, entry.position(), fields.ledger(), serial, received, text);
    if (corrects != null) {
      // What the old row had moved is taken back before the new one is summed.
      Optional<LedgerFields> before = replaced.replace(corrects, entry.position(), received);
      if (before.isPresent() && before.get().mode() >= 0) {
        sum(enterprise, before.get(), -1);
      }
    }
    insert(entry.position(), enterprise, fields, serial, received, new Head(number, hash), text);
    heads.put(fields.enterprise(), new Head(number, hash));
    if (fields.mode() >= 0) {
      sum(enterprise, fields, 1);
    }
  }

  /** Stores the chains' new ends. */
  void finish() throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(HEAD)) {
      for (Map.Entry<String, Head> head : heads.entrySet()) {
        statement.setString(1, LedgerHash.chain(head.getKey()));
        statement.setLong(2, head.getValue().number());
        statement.setString(3, head.getValue().hash());
        statement.addBatch();
      }
      if (!heads.isEmpty()) {
        statement.executeBatch();
      }
    }
  }

  private void insert(
      long position,
      int enterprise,
      LedgerFields fields,
      String serial,
      long received,
      Head head,
      String body)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
      statement.setLong(1, position);
      statement.setInt(2, fields.ledger());
      statement.setInt(3, enterprise);
      statement.setString(4, serial);
      statement.setInt(5, fields.day());
      statement.setLong(6, received);
      statement.setLong(7, head.number());
      statement.setString(8, head.hash());
      statement.setString(9, body);
      statement.executeUpdate();
    }
  }

  private void sum(int enterprise, LedgerFields fields, int sign) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SUM)) {
      statement.setInt(1, enterprise);
      statement.setInt(2, fields.day());
      statement.setInt(3, fields.mode());
      statement.setInt(4, dictionary.term(fields.material()));
      statement.setInt(5, fields.direction());
      statement.setLong(6, sign * fields.grams());
      statement.executeUpdate();
    }
  }

  private Head head(String enterprise) throws SQLException {
    Head head = heads.get(enterprise);
    if (head != null) {
      return head;
    }
    String sql = "SELECT number, hash FROM chain_head WHERE chain = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, LedgerHash.chain(enterprise));
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? new Head(row.getLong(1), row.getString(2)) : new Head(0, "");
      }
    }
  }
}
