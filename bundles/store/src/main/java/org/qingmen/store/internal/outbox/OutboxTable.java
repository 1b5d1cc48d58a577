package org.qingmen.store.internal.outbox;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.Outbox;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.project.Days;

/** The outbox in its tables. */
@Component
public final class OutboxTable implements Outbox {

  private static final String COLUMNS =
      "SELECT pos, kind, enterprise, day_no, state, attempts, receipt, reason, changed"
          + " FROM upward_item WHERE target = ?";
  private static final int LONGEST_REASON = 500;

  private final Database database;
  private final Clock clock;

  @Activate
  public OutboxTable(@Reference Database database) {
    this(database, Clock.systemUTC());
  }

  OutboxTable(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public long cursor(String target) {
    Sql sql = new Sql("SELECT pos FROM upward_cursor WHERE target = ?", target);
    return database.read(c -> sql.list(c, row -> row.getLong(1))).stream().findFirst().orElse(-1L);
  }

  @Override
  public void feed(String target, Collection<Item> items, long cursor) {
    database.writeAgain(
        c -> {
          insert(c, target, items);
          return new Sql(
                  "INSERT INTO upward_cursor (target, pos) VALUES (?, ?)"
                      + " ON DUPLICATE KEY UPDATE pos = VALUES(pos)",
                  target,
                  cursor)
              .update(c);
        });
  }

  @Override
  public int fill(String target, Collection<Item> items) {
    return items.isEmpty() ? 0 : database.writeAgain(c -> insert(c, target, items));
  }

  @Override
  public List<Item> waiting(String target, Collection<String> except, int limit) {
    Sql sql = new Sql(COLUMNS + " AND state IN (0, 1)", target);
    except.forEach(enterprise -> sql.and(" AND enterprise <> ?", enterprise));
    sql.add(" ORDER BY pos LIMIT " + limit);
    return database.read(c -> sql.list(c, row -> read(row).item()));
  }

  @Override
  public void sent(String target, Collection<Long> positions) {
    database.write(
        c -> {
          try (PreparedStatement statement =
              c.prepareStatement(
                  "UPDATE upward_item SET state = 1, attempts = attempts + 1, changed = ?"
                      + " WHERE target = ? AND pos = ? AND state IN (0, 1)")) {
            for (long position : positions) {
              statement.setLong(1, clock.millis());
              statement.setString(2, target);
              statement.setLong(3, position);
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  @Override
  public void settle(String target, Collection<Result> results) {
    database.write(
        c -> {
          try (PreparedStatement statement =
              c.prepareStatement(
                  "UPDATE upward_item SET state = ?, receipt = ?, reason = ?, changed = ?"
                      + " WHERE target = ? AND pos = ?")) {
            for (Result result : results) {
              statement.setInt(1, result.state().ordinal());
              statement.setString(2, result.receipt());
              statement.setString(3, cut(result.reason()));
              statement.setLong(4, clock.millis());
              statement.setString(5, target);
              statement.setLong(6, result.position());
              statement.addBatch();
            }
            return statement.executeBatch();
          }
        });
  }

  @Override
  public List<Entry> list(Query query) {
    Sql sql =
        restricted(new Sql(COLUMNS, query.target()), query).and(" AND pos > ?", query.after());
    sql.add(" ORDER BY pos LIMIT " + query.limit());
    return database.read(c -> sql.list(c, OutboxTable::read));
  }

  @Override
  public List<DayCount> days(String target, LocalDate from, LocalDate to) {
    Sql sql =
        new Sql(
            "SELECT day_no, enterprise, kind, state, COUNT(*) FROM upward_item WHERE target = ?"
                + " AND day_no >= ? AND day_no <= ? GROUP BY day_no, enterprise, kind, state"
                + " ORDER BY day_no, enterprise, kind, state",
            target,
            Days.of(from),
            Days.of(to));
    return database.read(
        c ->
            sql.list(
                c,
                row ->
                    new DayCount(
                        Days.day(row.getInt(1)),
                        row.getString(2),
                        Kind.values()[row.getInt(3)],
                        State.values()[row.getInt(4)],
                        row.getLong(5))));
  }

  @Override
  public int resend(Query which) {
    Sql sql =
        new Sql(
            "UPDATE upward_item SET state = 0, attempts = 0, receipt = NULL, reason = NULL"
                + " WHERE target = ?",
            which.target());
    restricted(sql, which);
    if (which.state() == null) {
      sql.add(" AND state <> " + State.CONFIRMED.ordinal());
    }
    return database.write(sql::update);
  }

  @Override
  public void forget(String target) {
    database.write(
        c -> {
          new Sql("DELETE FROM upward_item WHERE target = ?", target).update(c);
          return new Sql("DELETE FROM upward_cursor WHERE target = ?", target).update(c);
        });
  }

  private static Sql restricted(Sql sql, Query query) {
    return sql.and(" AND state = ?", query.state() == null ? null : query.state().ordinal())
        .and(" AND enterprise = ?", query.enterprise())
        .and(" AND day_no = ?", query.day() == null ? null : Days.of(query.day()));
  }

  /** In the order of their positions, so that two who put in the same never wait for each other. */
  private int insert(Connection connection, String target, Collection<Item> items)
      throws SQLException {
    int added = 0;
    try (PreparedStatement statement =
        connection.prepareStatement(
            "INSERT IGNORE INTO upward_item (target, pos, kind, enterprise, day_no, state,"
                + " attempts, changed) VALUES (?,?,?,?,?,0,0,?)")) {
      for (Item item : items.stream().sorted(Comparator.comparingLong(Item::position)).toList()) {
        statement.setString(1, target);
        statement.setLong(2, item.position());
        statement.setInt(3, item.kind().ordinal());
        statement.setString(4, item.enterprise());
        statement.setInt(5, Days.of(item.day()));
        statement.setLong(6, clock.millis());
        added += statement.executeUpdate();
      }
    }
    return added;
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST_REASON
        ? text
        : text.substring(0, LONGEST_REASON);
  }

  private static Entry read(ResultSet row) throws SQLException {
    Item item =
        new Item(
            row.getLong(1),
            Kind.values()[row.getInt(2)],
            row.getString(3),
            Days.day(row.getInt(4)));
    return new Entry(
        item,
        State.values()[row.getInt(5)],
        row.getInt(6),
        row.getString(7),
        row.getString(8),
        Instant.ofEpochMilli(row.getLong(9)));
  }
}
