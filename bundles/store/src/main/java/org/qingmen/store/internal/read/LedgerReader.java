package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.ChainCheck;
import org.qingmen.store.LedgerQuery;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Page;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.project.Codes;
import org.qingmen.store.internal.project.Days;

/** Reads ledgers and checks their chains. */
@Component
public final class LedgerReader implements LedgerStore {

  static final String SELECT =
      "SELECT l.pos, l.ledger, e.code, l.serial_no, l.day_no, l.received, l.body, l.number, l.hash"
          + " FROM ledger_row l JOIN enterprise e ON e.id = l.enterprise WHERE ";

  private final Database database;

  @Activate
  public LedgerReader(@Reference Database database) {
    this.database = database;
  }

  @Override
  public Optional<LedgerRow> find(String ledger, String enterprise, String serial) {
    Where where =
        new Where()
            .and("e.code = ?", enterprise)
            .and("l.ledger = ?", Codes.LEDGER.number(ledger))
            .and("l.serial_no = ?", serial);
    return database.read(c -> select(c, where, "")).stream().findFirst();
  }

  @Override
  public List<LedgerRow> versions(String ledger, String enterprise, String serial) {
    Where where =
        new Where()
            .and("e.code = ?", enterprise)
            .and("l.ledger = ?", ledger(ledger))
            .and(
                "SUBSTRING(l.serial_no, 1, " + (serial.length() + 1) + ") IN (?, ?)",
                List.of(serial, serial + "~"));
    return database.read(c -> select(c, where, " ORDER BY l.pos"));
  }

  @Override
  public Page<LedgerRow> list(LedgerQuery query) {
    Where where =
        new Where()
            .and("e.code = ?", query.enterprise())
            .and("l.ledger = ?", query.ledger() == null ? null : ledger(query.ledger()))
            .and("l.day_no >= ?", query.from() == null ? null : Days.of(query.from()))
            .and("l.day_no <= ?", query.to() == null ? null : Days.of(query.to()))
            .and("l.corrected_by IS NULL", List.of());
    if (query.divisionPrefix() != null && !query.divisionPrefix().isEmpty()) {
      where.and("e.division LIKE ?", query.divisionPrefix() + "%");
    }
    Cursor.after(where, query.cursor(), "l.day_no", "l.pos");
    String newest = " ORDER BY l.day_no DESC, l.pos DESC LIMIT " + (query.limit() + 1);
    List<LedgerRow> found = database.read(c -> select(c, where, newest));
    if (found.size() <= query.limit()) {
      return new Page<>(found, null);
    }
    LedgerRow last = found.get(query.limit() - 1);
    Cursor next = new Cursor(Days.of(last.day()), last.position());
    return new Page<>(found.subList(0, query.limit()), next.toString());
  }

  @Override
  public Optional<LocalDate> lastDay(
      String ledger, String enterprise, LocalDate until, Instant asOf) {
    Where where =
        new Where()
            .and("enterprise = (SELECT id FROM enterprise WHERE code = ?)", enterprise)
            .and("ledger = ?", ledger(ledger))
            .and("day_no <= ?", Days.of(until))
            .and("received <= ?", asOf == null ? null : asOf.toEpochMilli());
    LedgerStanding.then(where, asOf);
    List<LocalDate> days = new ArrayList<>();
    database.read(
        c ->
            PassageReader.each(
                c,
                "SELECT MAX(day_no) FROM ledger_row WHERE " + where,
                where,
                row -> {
                  int day = row.getInt(1);
                  if (!row.wasNull()) {
                    days.add(Days.day(day));
                  }
                }));
    return days.stream().findFirst();
  }

  @Override
  public ChainCheck verify(String enterprise) {
    return database.read(c -> LedgerVerification.verify(c, enterprise));
  }

  static List<LedgerRow> select(Connection connection, Where where, String tail)
      throws SQLException {
    List<LedgerRow> rows = new ArrayList<>();
    PassageReader.each(connection, SELECT + where + tail, where, row -> rows.add(read(row)));
    return rows;
  }

  private static LedgerRow read(ResultSet row) throws SQLException {
    return new LedgerRow(
        row.getLong(1),
        Codes.LEDGER.code(row.getInt(2)),
        row.getString(3),
        row.getString(4),
        Days.day(row.getInt(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        row.getString(7),
        row.getLong(8),
        row.getString(9));
  }

  private static int ledger(String name) {
    int number = Codes.LEDGER.number(name);
    if (number < 0) {
      throw new IllegalArgumentException("no ledger is called " + name);
    }
    return number;
  }
}
