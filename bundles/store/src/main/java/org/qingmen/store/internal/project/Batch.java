package org.qingmen.store.internal.project;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qingmen.spi.journal.Journal.Positioned;

/** Entries projected in one transaction. */
final class Batch {

  /** Sources of this form are devices themselves, not people who bring records later. */
  private static final String GATE = "device:";

  private final Connection connection;
  private final Dictionary dictionary;
  private final Movements movements;
  private final Superseded superseded;
  private final Homes homes;
  private final boolean lookForDuplicates;
  private final List<PassageRow> rows = new ArrayList<>();
  private final List<PassageRow> corrections = new ArrayList<>();
  private final Set<String> receipts = new HashSet<>();
  private final List<Fault> faults = new ArrayList<>();
  private final LedgerRows ledgers;
  private final GateRows gates;

  /** An entry that cannot be projected. */
  record Fault(long position, String reason) {}

  /**
   * @param lookForDuplicates whether receipts are looked up first; normally the unique index tells
   */
  Batch(
      Connection connection,
      Dictionary dictionary,
      Movements movements,
      Superseded superseded,
      GateMemory gates,
      Homes homes,
      boolean lookForDuplicates) {
    this.connection = connection;
    this.dictionary = dictionary;
    this.movements = movements;
    this.superseded = superseded;
    this.homes = homes;
    this.lookForDuplicates = lookForDuplicates;
    this.ledgers = new LedgerRows(connection, dictionary);
    this.gates = new GateRows(connection, dictionary, gates);
    dictionary.use(connection);
  }

  void add(Positioned entry) throws SQLException {
    try {
      switch (entry.entry().kind()) {
        case PASSAGE -> passage(entry);
        case LEDGER -> ledgers.add(entry);
        case QUARANTINE -> QuarantineRows.add(connection, entry);
        case GATE_EVENT -> gates.add(entry);
        case GATE_CHECK, GRADE, NONCE -> {
          // Found by their position in the journal; nothing of them is queried.
        }
      }
    } catch (IOException | DateTimeException | IllegalArgumentException | ArithmeticException e) {
      faults.add(new Fault(entry.position(), String.valueOf(e.getMessage())));
    }
  }

  /** Writes everything and the position reached. */
  void write(long position) throws SQLException {
    TripRule trips = new TripRule(connection, movements);
    trips.decide(rows);
    Rollups rollups = new Rollups(homes);
    for (PassageRow row : rows) {
      rollups.add(row.key(), 1, row.trip ? 1 : 0, row.gramsOrZero());
      gates.passage(row);
    }
    for (TripRule.TakenBack exit : trips.takenBack()) {
      rollups.add(exit.key(), 0, -1, 0);
    }
    PassageWriter.insert(connection, rows);
    PassageWriter.takeBack(connection, trips.takenBack());
    Supersession supersession = new Supersession(connection, movements, superseded, rollups);
    for (PassageRow correction : corrections) {
      supersession.apply(correction);
    }
    rollups.write(connection);
    supersession.finish(homes);
    ledgers.finish();
    gates.write();
    PassageWriter.faults(connection, faults);
    PassageWriter.position(connection, position);
  }

  List<Fault> faults() {
    return faults;
  }

  private void passage(Positioned entry) throws SQLException, IOException {
    PassageFields fields = PassageFields.of(PassageDocument.parse(entry.entry().document()));
    if (!ReceiptBytes.wellFormed(fields.receipt())) {
      throw new IOException("no receipt: " + fields.receipt());
    }
    boolean correction = fields.corrects() != null;
    if (!receipts.add(fields.receipt())
        || superseded.contains(connection, fields.receipt())
        || ((lookForDuplicates || correction) && stored(fields.receipt()))) {
      return;
    }
    long received = entry.entry().received().toEpochMilli();
    boolean byGate = entry.entry().source().startsWith(GATE);
    PassageRow row = new PassageRow(entry.position(), received, byGate, fields, dictionary);
    (correction ? corrections : rows).add(row);
  }

  private boolean stored(String receipt) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT 1 FROM passage WHERE receipt = ?")) {
      statement.setBytes(1, ReceiptBytes.of(receipt));
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }
}
