package org.qingmen.store.internal.project;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Rows of one ledger of an enterprise and what replaced them. A correction is a row of its own
 * under the serial of the first row, a tilde and its position; each row knows the one that took its
 * place.
 */
final class LedgerReplaced {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BASE = 36;
  private static final String BY_SERIAL =
      "SELECT pos, corrected_by, body FROM ledger_row WHERE enterprise = ? AND ledger = ?"
          + " AND serial_no = ?";
  private static final String BY_POSITION =
      "SELECT pos, corrected_by, body FROM ledger_row WHERE pos = ?";
  private static final String REPLACE =
      "UPDATE ledger_row SET corrected_by = ?, corrected_at = ? WHERE pos = ?";

  private final Connection connection;
  private final int enterprise;
  private final int ledger;

  private record Row(long position, Long by, String body) {}

  LedgerReplaced(Connection connection, int enterprise, int ledger) {
    this.connection = connection;
    this.enterprise = enterprise;
    this.ledger = ledger;
  }

  /** Serial under which the correction of a row is stored. */
  String serial(String corrected, long position) {
    return corrected + "~" + Long.toString(position, BASE);
  }

  boolean known(String serial) throws SQLException {
    return bySerial(serial).isPresent();
  }

  /**
   * Notes that the row that stands under a serial has been replaced.
   *
   * @return what it said; empty when there is none
   */
  Optional<LedgerFields> replace(String serial, long position, long received)
      throws SQLException, IOException {
    Optional<Row> standing = bySerial(serial);
    while (standing.isPresent() && standing.get().by() != null) {
      standing = byPosition(standing.get().by());
    }
    if (standing.isEmpty()) {
      return Optional.empty();
    }
    try (PreparedStatement statement = connection.prepareStatement(REPLACE)) {
      statement.setLong(1, position);
      statement.setLong(2, received);
      statement.setLong(3, standing.get().position());
      statement.executeUpdate();
    }
    return Optional.of(LedgerFields.of(JSON.readTree(standing.get().body())));
  }

  private Optional<Row> bySerial(String serial) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_SERIAL)) {
      statement.setInt(1, enterprise);
      statement.setInt(2, ledger);
      statement.setString(3, serial);
      return read(statement);
    }
  }

  private Optional<Row> byPosition(long position) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(BY_POSITION)) {
      statement.setLong(1, position);
      return read(statement);
    }
  }

  private static Optional<Row> read(PreparedStatement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      long position = row.getLong(1);
      long by = row.getLong(2);
      // Of whichever column was read last: it must be asked at once.
      boolean stands = row.wasNull();
      return Optional.of(new Row(position, stands ? null : Long.valueOf(by), row.getString(3)));
    }
  }
}
