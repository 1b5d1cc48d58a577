package org.qingmen.store.internal.project;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.db.SqlFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns journal entries into rows: idempotent, because the position is part of the transaction. */
final class Projector {

  private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
  private static final long EMPTYING = -1;
  private static final String[] PROJECTED = {
    "passage",
    "passage_superseded",
    "passage_correction",
    "finding",
    "traffic_day",
    "traffic_month",
    "traffic_area_day",
    "traffic_enterprise_day",
    "traffic_home",
    "ledger_row",
    "ledger_day",
    "gate_day",
    "gate_state",
    "gate_event",
    "projection_fault"
  };

  private final Database database;
  private final Dictionary dictionary = new Dictionary();
  private final Movements movements = new Movements();
  private final Superseded superseded = new Superseded();
  private final GateMemory gates;
  private final Homes homes = new Homes();
  private final Moves moves;

  Projector(Database database, GateSettings settings) {
    this.database = database;
    this.gates = new GateMemory(settings);
    this.moves = new Moves(database, homes);
  }

  /** The position stored with the last batch; an emptying that was interrupted is finished. */
  long storedPosition() {
    long position = database.read(Projector::position);
    if (position == EMPTYING) {
      empty();
      return 0;
    }
    return position;
  }

  /** Forgets what it remembers; another process may have projected meanwhile. */
  void forget() {
    dictionary.clear();
    movements.clear();
    superseded.clear();
    gates.clear();
    homes.clear();
  }

  /** Projects entries; the caller has them in the order of the journal. */
  void project(List<Positioned> entries) {
    try {
      project(entries, false);
    } catch (SqlFailure e) {
      LOG.debug("a batch was refused, looking closer: {}", e.getMessage());
      retry(entries);
    }
  }

  /**
   * Counts some enterprises where their registers say they belong.
   *
   * @return whether all are
   */
  boolean settle(int most) {
    return moves.some(most);
  }

  /** Empties what is projected; dictionaries, registries and what people decided stay. */
  void empty() {
    forget();
    // Truncation is fast but no transaction: the mark makes sure that it is finished.
    mark(EMPTYING);
    database.write(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            for (String table : PROJECTED) {
              statement.executeUpdate("TRUNCATE TABLE " + table);
            }
            statement.executeUpdate("DELETE FROM chain_head WHERE chain LIKE 'ledger:%'");
          }
          return null;
        });
    mark(0);
  }

  private void mark(long position) {
    database.write(
        connection -> {
          PassageWriter.position(connection, position);
          return null;
        });
  }

  private static long position(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT pos FROM projection_state WHERE name = 'journal'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void project(List<Positioned> entries, boolean lookForDuplicates) {
    boolean done = false;
    try {
      List<Batch.Fault> faults =
          database.write(connection -> write(connection, entries, lookForDuplicates));
      faults.forEach(Projector::report);
      done = true;
    } finally {
      if (!done) {
        forget();
      }
    }
  }

  private List<Batch.Fault> write(
      Connection connection, List<Positioned> entries, boolean lookForDuplicates)
      throws SQLException {
    Batch batch =
        new Batch(connection, dictionary, movements, superseded, gates, homes, lookForDuplicates);
    for (Positioned entry : entries) {
      batch.add(entry);
    }
    batch.write(entries.get(entries.size() - 1).position());
    return batch.faults();
  }

  /** A receipt was projected before, or one entry is poisonous: it must not hold up the others. */
  private void retry(List<Positioned> entries) {
    try {
      project(entries, true);
      return;
    } catch (SqlFailure e) {
      LOG.debug("one by one: {}", e.getMessage());
    }
    for (Positioned entry : entries) {
      try {
        project(List.of(entry), true);
      } catch (SqlFailure e) {
        skip(new Batch.Fault(entry.position(), String.valueOf(e.getMessage())));
      }
    }
  }

  private void skip(Batch.Fault fault) {
    database.write(
        connection -> {
          PassageWriter.fault(connection, fault);
          PassageWriter.position(connection, fault.position());
          return null;
        });
    report(fault);
  }

  private static void report(Batch.Fault fault) {
    LOG.error(
        "journal entry {} cannot be projected and is left out of queries: {}",
        fault.position(),
        fault.reason());
  }
}
