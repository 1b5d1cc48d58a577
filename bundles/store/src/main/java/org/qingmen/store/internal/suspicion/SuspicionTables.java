package org.qingmen.store.internal.suspicion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.Page;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.store.SuspicionStore;
import org.qingmen.store.VersionConflictException;
import org.qingmen.store.internal.db.Database;

/** Suspicious information in the database. */
@Component
public final class SuspicionTables implements SuspicionStore {

  private final Database database;

  @Activate
  public SuspicionTables(@Reference Database database) {
    this.database = database;
  }

  @Override
  public long cursor() {
    return database.read(
        connection -> {
          String sql = "SELECT pos FROM projection_state WHERE name = 'suspicion'";
          try (PreparedStatement statement = connection.prepareStatement(sql);
              ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0L;
          }
        });
  }

  @Override
  public List<Suspicion> take(Long position, List<Found> found) {
    return database.write(
        connection -> {
          SuspicionRows rows = new SuspicionRows(connection);
          List<Suspicion> opened = new ArrayList<>();
          for (Found one : found) {
            rows.take(one).ifPresent(opened::add);
          }
          if (position != null) {
            rows.cursor(position);
          }
          return opened;
        });
  }

  @Override
  public Optional<Suspicion> find(String id) {
    return database.read(connection -> new SuspicionRows(connection).find(id));
  }

  @Override
  public Page<Suspicion> list(SuspicionQuery query) {
    List<Object> values = new ArrayList<>();
    String where = conditions(query, values);
    String sql =
        SuspicionRows.SELECT
            + where
            + " ORDER BY opened DESC, id DESC LIMIT "
            + (query.limit() + 1);
    List<Suspicion> found =
        database.read(connection -> new SuspicionRows(connection).read(sql, values.toArray()));
    if (found.size() <= query.limit()) {
      return new Page<>(found, null);
    }
    Suspicion last = found.get(query.limit() - 1);
    return new Page<>(
        found.subList(0, query.limit()), last.opened().toEpochMilli() + "." + last.id());
  }

  private static String conditions(SuspicionQuery query, List<Object> values) {
    StringBuilder where =
        new StringBuilder(scope(query.enterprise(), query.divisionPrefix(), values));
    if ("overdue".equals(query.state())) {
      where.append(" AND overdue = TRUE AND state IN ('open', 'returned')");
    } else if (query.state() != null) {
      where.append(" AND state = ?");
      values.add(query.state());
    }
    if (query.code() != null) {
      where.append(" AND code = ?");
      values.add(query.code());
    }
    if (query.cursor() != null) {
      int dot = query.cursor().indexOf('.');
      if (dot < 1 || !query.cursor().substring(0, dot).matches("[0-9]{1,18}")) {
        throw new org.qingmen.store.BadCursorException(query.cursor());
      }
      long opened = Long.parseLong(query.cursor().substring(0, dot));
      where.append(" AND opened <= ? AND (opened < ? OR id < ?)");
      values.addAll(List.of(opened, opened, query.cursor().substring(dot + 1)));
    }
    return where.toString();
  }

  private static String scope(String enterprise, String division, List<Object> values) {
    StringBuilder where = new StringBuilder(" WHERE 1 = 1");
    if (enterprise != null) {
      where.append(" AND enterprise = ?");
      values.add(enterprise);
    }
    if (division != null && !division.isEmpty()) {
      where.append(" AND division LIKE ?");
      values.add(division + "%");
    }
    return where.toString();
  }

  @Override
  public List<Step> steps(String id) {
    String sql =
        "SELECT number, happened, actor, action, body FROM suspicion_step WHERE suspicion = ?"
            + " ORDER BY number";
    return rows(
        sql,
        row ->
            new Step(
                row.getInt(1),
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5)),
        id);
  }

  @Override
  public List<Concerned> records(String id, int limit) {
    String sql =
        "SELECT pos, receipt, passed FROM suspicion_record WHERE suspicion = ? ORDER BY pos LIMIT "
            + limit;
    return rows(
        sql,
        row ->
            new Concerned(row.getLong(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
        id);
  }

  @Override
  public List<Suspicion> due(Instant now, int limit) {
    String sql =
        SuspicionRows.SELECT
            + " WHERE state IN ('open', 'returned') AND overdue = FALSE AND deadline < ?"
            + " ORDER BY deadline LIMIT "
            + limit;
    return database.read(connection -> new SuspicionRows(connection).read(sql, now.toEpochMilli()));
  }

  @Override
  public Map<String, Long> counts(String enterprise, String divisionPrefix) {
    List<Object> values = new ArrayList<>();
    String sql =
        "SELECT state, SUM(CASE WHEN overdue THEN 1 ELSE 0 END), COUNT(*) FROM suspicion"
            + scope(enterprise, divisionPrefix, values)
            + " GROUP BY state";
    Map<String, Long> counts = new TreeMap<>();
    rows(
        sql,
        row -> {
          counts.merge(row.getString(1), row.getLong(3), Long::sum);
          if ("open".equals(row.getString(1)) || "returned".equals(row.getString(1))) {
            counts.merge("overdue", row.getLong(2), Long::sum);
          }
          return row.getString(1);
        },
        values.toArray());
    return counts;
  }

  @Override
  public Suspicion step(String id, int expectedSteps, Change change) {
    return database.write(
        connection -> {
          SuspicionRows rows = new SuspicionRows(connection);
          if (!rows.step(id, expectedSteps, change)) {
            long actual = rows.find(id).map(Suspicion::steps).orElse(0);
            throw new VersionConflictException("suspicion", id, expectedSteps, actual);
          }
          return rows.find(id).orElseThrow();
        });
  }

  /** Reads one row. */
  private interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  private <T> List<T> rows(String sql, Reader<T> reader, Object... values) {
    return database.read(connection -> rows(connection, sql, reader, values));
  }

  private static <T> List<T> rows(
      Connection connection, String sql, Reader<T> reader, Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    try (PreparedStatement statement = new SuspicionRows(connection).prepare(sql, values);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        found.add(reader.read(row));
      }
    }
    return found;
  }
}
