package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Puts corrections beside the records they correct and moves what was counted. Whether an exit is a
 * trip depends on nothing but the records that stand, so exits near either of the two are decided
 * anew. Asks the database for everything, because corrections are rare.
 */
final class Supersession {

  private static final String RECORD =
      "SELECT pos, receipt, trip, grams, direction, plate, colour, enterprise, passed, "
          + TrafficKey.PASSAGE_COLUMNS
          + " FROM passage WHERE receipt = ?";
  private static final String COLUMNS =
      "pos, receipt, content, enterprise, serial_no, barrier, passed, zone, received, direction,"
          + " plate, colour, vin, stage, fuel, nev, usage_code, type_term, trailer_term,"
          + " cargo_term, grams, verdict, findings, trip, off_line";

  private final Connection connection;
  private final Movements movements;
  private final Superseded superseded;
  private final Rollups rollups;
  private final ExitTrips exits;
  private final Set<TrafficKey> touched = new HashSet<>();

  private record Standing(
      long position,
      byte[] receipt,
      boolean trip,
      long grams,
      boolean entry,
      Movement movement,
      long passed,
      TrafficKey key) {}

  Supersession(Connection connection, Movements movements, Superseded superseded, Rollups rollups) {
    this.connection = connection;
    this.movements = movements;
    this.superseded = superseded;
    this.rollups = rollups;
    this.exits = new ExitTrips(connection, rollups);
  }

  /** Takes one correction; of a record that cannot be projected it is a record like any other. */
  void apply(PassageRow row) throws SQLException {
    byte[] corrects = ReceiptBytes.of(row.fields.corrects());
    byte[] root = root(corrects);
    Optional<Standing> old = standing(root);
    if (old.isPresent()) {
      remove(old.get(), row);
    }
    insert(row);
    link(row, root, corrects);
  }

  /** Leaves no group behind that counts nothing; the rollups have been written. */
  void finish(Homes homes) throws SQLException {
    for (TrafficKey key : touched) {
      ExitTrips.execute(
          connection,
          "DELETE FROM traffic_day WHERE enterprise = ? AND day_no = ? AND passages = 0",
          key.enterprise(),
          key.day());
      ExitTrips.execute(
          connection,
          "DELETE FROM traffic_month WHERE month_no = ? AND enterprise = ? AND passages = 0",
          key.day() / 100,
          key.enterprise());
      EnterpriseTotals.tidy(connection, key.enterprise(), key.day());
      Areas.tidy(connection, homes.of(connection, key.enterprise()).places(), key.day());
    }
  }

  private byte[] root(byte[] receipt) throws SQLException {
    String sql = "SELECT root FROM passage_correction WHERE receipt = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, receipt);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getBytes(1) : receipt;
      }
    }
  }

  /** The record of this chain that stands: the one received, or one of its corrections. */
  private Optional<Standing> standing(byte[] root) throws SQLException {
    List<byte[]> receipts = new ArrayList<>(List.of(root));
    String sql = "SELECT receipt FROM passage_correction WHERE root = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setBytes(1, root);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          receipts.add(row.getBytes(1));
        }
      }
    }
    for (byte[] receipt : receipts) {
      Optional<Standing> found = read(receipt);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Standing> read(byte[] receipt) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(RECORD)) {
      statement.setBytes(1, receipt);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          return Optional.empty();
        }
        String plate = row.getString(6);
        Movement movement =
            plate == null ? null : new Movement(row.getInt(8), plate, row.getInt(7));
        return Optional.of(
            new Standing(
                row.getLong(1),
                receipt,
                row.getInt(3) == 1,
                row.getLong(4),
                row.getInt(5) == 0,
                movement,
                row.getLong(9),
                TrafficKey.read(row, 10)));
      }
    }
  }

  private void remove(Standing old, PassageRow by) throws SQLException {
    String copy =
        "INSERT INTO passage_superseded (%s, superseded_by, superseded_at)"
            + " SELECT %s, 0, 0 FROM passage WHERE pos = ?";
    ExitTrips.execute(connection, copy.formatted(COLUMNS, COLUMNS), old.position());
    ExitTrips.execute(
        connection,
        "UPDATE passage_superseded SET superseded_by = ?, superseded_at = ? WHERE pos = ?",
        by.position,
        by.received,
        old.position());
    ExitTrips.execute(connection, "DELETE FROM passage WHERE pos = ?", old.position());
    superseded.add(ReceiptBytes.text(old.receipt()));
    rollups.add(old.key(), -1, old.trip() ? -1 : 0, -old.grams());
    touched.add(old.key());
    if (old.movement() != null) {
      movements.forget(old.movement());
      if (old.entry()) {
        exits.decideAfter(old.movement(), old.passed());
      }
    }
  }

  private void insert(PassageRow row) throws SQLException {
    Movement movement = row.movement();
    row.trip = movement == null || row.entry() || exits.withoutEntry(movement, row.fields.passed());
    PassageWriter.insert(connection, List.of(row));
    rollups.add(row.key(), 1, row.trip ? 1 : 0, row.gramsOrZero());
    touched.add(row.key());
    if (movement != null) {
      movements.forget(movement);
      if (row.entry()) {
        exits.decideAfter(movement, row.fields.passed());
      }
    }
  }

  private void link(PassageRow row, byte[] root, byte[] corrects) throws SQLException {
    ExitTrips.execute(
        connection,
        "INSERT INTO passage_correction (pos, receipt, root, corrects, received)"
            + " VALUES (?, ?, ?, ?, ?)",
        row.position,
        ReceiptBytes.of(row.fields.receipt()),
        root,
        corrects,
        row.received);
  }
}
