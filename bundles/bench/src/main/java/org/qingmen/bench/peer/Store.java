package org.qingmen.bench.peer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.qingmen.model.Verdict;

/** One transaction per record, flushed at its commit. */
final class Store {

  private static final int ATTEMPTS = 5;
  private static final String KNOWN =
      "SELECT pos, verdict, HEX(content) FROM passage WHERE receipt = ?";

  private final DataSource source;
  private final Dictionary dictionary;
  private final AtomicLong position;

  /** What is stored under a receipt. */
  record Known(long position, Verdict verdict, String content) {

    boolean sameContent(Taken taken) {
      return taken.decision().contentHash().regionMatches(true, 0, content, 0, content.length());
    }
  }

  Store(DataSource source) throws SQLException {
    this.source = source;
    this.dictionary = new Dictionary(source);
    this.position = new AtomicLong(last(source));
  }

  long nextPosition() {
    return position.incrementAndGet();
  }

  /**
   * Stores a record, its decision, its nonce and what it adds to the rollups.
   *
   * @return what is there already under its receipt; empty when it is stored now
   */
  Optional<Known> insert(Taken taken, Traces.Trace trace) throws SQLException {
    PassageRow row = PassageRow.of(taken, dictionary);
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = source.getConnection()) {
        return transaction(connection, taken, row, trace);
      } catch (SQLException e) {
        if (!deadlock(e) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private Optional<Known> transaction(
      Connection connection, Taken taken, PassageRow row, Traces.Trace trace) throws SQLException {
    boolean done = false;
    try {
      boolean trip = new Trips(connection, row, trace).decide();
      try {
        row.insert(connection, trip);
      } catch (SQLException e) {
        if (!duplicateKey(e)) {
          throw e;
        }
        connection.rollback();
        done = true;
        return Optional.of(known(connection, row));
      }
      Messages.insert(connection, taken);
      // Last, because these rows are contended and stay locked until the commit is on disk.
      Rollups.add(connection, row, 1, trip ? 1 : 0, row.grams());
      connection.commit();
      done = true;
      return Optional.empty();
    } finally {
      if (!done) {
        connection.rollback();
      }
    }
  }

  private static Known known(Connection connection, PassageRow row) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      statement.setBytes(1, row.receipt());
      try (ResultSet found = statement.executeQuery()) {
        found.next();
        Known known =
            new Known(found.getLong(1), Verdict.values()[found.getInt(2)], found.getString(3));
        connection.commit();
        return known;
      }
    }
  }

  private static boolean deadlock(SQLException e) {
    return "40001".equals(e.getSQLState());
  }

  private static boolean duplicateKey(SQLException e) {
    return e.getSQLState() != null && e.getSQLState().startsWith("23");
  }

  private static long last(DataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COALESCE(MAX(pos), 0) FROM passage")) {
      row.next();
      long last = row.getLong(1);
      connection.commit();
      return last;
    }
  }
}
