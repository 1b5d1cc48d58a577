package org.qingmen.store.internal.suspicion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionStore.Change;
import org.qingmen.store.SuspicionStore.Concerned;
import org.qingmen.store.SuspicionStore.Found;

/** The rows of suspicious information on one connection. */
final class SuspicionRows {

  static final String SELECT =
      "SELECT id, enterprise, division, code, severity, merge_key, state, overdue, opened,"
          + " deadline, receipt, records, latest, steps, reply, body FROM suspicion s";

  private static final String INSERT =
      "INSERT INTO suspicion (id, enterprise, division, code, severity, merge_key, state, overdue,"
          + " opened, deadline, receipt, records, latest, steps, reply, body)"
          + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final String STEP =
      "INSERT INTO suspicion_step (suspicion, number, happened, actor, action, body)"
          + " VALUES (?,?,?,?,?,?)";

  private final Connection connection;

  SuspicionRows(Connection connection) {
    this.connection = connection;
  }

  /** Takes a finding: nothing, one more record of an open item, or a new item. */
  Optional<Suspicion> take(Found found) throws SQLException {
    Suspicion item = found.item();
    Concerned record = found.record();
    if (known(record.position(), found.mark())) {
      return Optional.empty();
    }
    Optional<String> open = open(item);
    if (open.isPresent()) {
      execute(
          "UPDATE suspicion SET records = records + 1, latest = GREATEST(latest, ?) WHERE id = ?",
          record.passed().toEpochMilli(),
          open.get());
      concern(open.get(), found.mark(), record);
      return Optional.empty();
    }
    insert(item);
    concern(item.id(), found.mark(), record);
    execute(STEP, item.id(), 1, millis(item.opened()), found.actor(), "open", "{}");
    return Optional.of(item);
  }

  Optional<Suspicion> find(String id) throws SQLException {
    return read(SELECT + " WHERE id = ?", id).stream().findFirst();
  }

  /** Takes a step if so many were taken before it. */
  boolean step(String id, int expected, Change change) throws SQLException {
    int changed =
        execute(
            "UPDATE suspicion SET state = ?, overdue = ?, deadline = ?, reply = ?, steps = ?"
                + " WHERE id = ? AND steps = ?",
            change.state(),
            change.overdue(),
            millis(change.deadline()),
            change.reply(),
            expected + 1,
            id,
            expected);
    if (changed == 0) {
      return false;
    }
    execute(
        STEP,
        id,
        expected + 1,
        millis(change.at()),
        change.actor(),
        change.action(),
        change.body());
    return true;
  }

  void cursor(long position) throws SQLException {
    execute("UPDATE projection_state SET pos = ? WHERE name = 'suspicion'", position);
  }

  List<Suspicion> read(String sql, Object... values) throws SQLException {
    List<Suspicion> items = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        items.add(item(row));
      }
    }
    return items;
  }

  static Suspicion item(ResultSet row) throws SQLException {
    return new Suspicion(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getBoolean(8),
        Instant.ofEpochMilli(row.getLong(9)),
        Instant.ofEpochMilli(row.getLong(10)),
        row.getString(11),
        row.getInt(12),
        Instant.ofEpochMilli(row.getLong(13)),
        row.getInt(14),
        row.getString(15),
        row.getString(16));
  }

  private boolean known(long position, String mark) throws SQLException {
    String sql = "SELECT 1 FROM suspicion_record WHERE pos = ? AND mark = ?";
    try (PreparedStatement statement = prepare(sql, position, mark);
        ResultSet row = statement.executeQuery()) {
      return row.next();
    }
  }

  private Optional<String> open(Suspicion item) throws SQLException {
    String sql =
        "SELECT id FROM suspicion WHERE enterprise = ? AND merge_key = ?"
            + " AND state IN ('open', 'returned') LIMIT 1";
    try (PreparedStatement statement = prepare(sql, item.enterprise(), item.mergeKey());
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
    }
  }

  private void insert(Suspicion item) throws SQLException {
    execute(
        INSERT,
        item.id(),
        item.enterprise(),
        item.division(),
        item.code(),
        item.severity(),
        item.mergeKey(),
        item.state(),
        item.overdue(),
        millis(item.opened()),
        millis(item.deadline()),
        item.receipt(),
        item.records(),
        millis(item.latest()),
        1,
        item.reply(),
        item.body());
  }

  private void concern(String id, String mark, Concerned record) throws SQLException {
    execute(
        "INSERT INTO suspicion_record (pos, mark, suspicion, receipt, passed) VALUES (?,?,?,?,?)",
        record.position(),
        mark,
        id,
        record.receipt(),
        millis(record.passed()));
  }

  private int execute(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(sql, values)) {
      return statement.executeUpdate();
    }
  }

  PreparedStatement prepare(String sql, Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static long millis(Instant at) {
    return at.toEpochMilli();
  }
}
