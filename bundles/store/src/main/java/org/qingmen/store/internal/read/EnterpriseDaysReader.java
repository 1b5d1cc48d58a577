package org.qingmen.store.internal.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.EnterpriseDays;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.project.Codes;
import org.qingmen.store.internal.project.Days;
import org.qingmen.store.internal.project.ReceiptBytes;

/** Reads one enterprise's days along its own indexes. */
@Component
public final class EnterpriseDaysReader implements EnterpriseDays {

  private static final double GRAMS_PER_TONNE = 1_000_000;
  private static final String OF = "enterprise = (SELECT id FROM enterprise WHERE code = ?)";
  private static final String TRAFFIC =
      "SELECT t.day_no, t.stage, t.fuel, t.nev, ty.name, t.usage_code, t.verdict,"
          + " SUM(t.passages), SUM(t.trips) FROM traffic_day t"
          + " LEFT JOIN term ty ON ty.id = t.type_term WHERE %s"
          + " GROUP BY t.day_no, t.stage, t.fuel, t.nev, ty.name, t.usage_code, t.verdict"
          + " ORDER BY t.day_no, t.stage, t.fuel, t.nev, ty.name, t.usage_code, t.verdict";
  private static final String ROAD =
      "SELECT t.day_no, ca.name, t.direction, SUM(t.grams) FROM traffic_day t"
          + " LEFT JOIN term ca ON ca.id = t.cargo_term WHERE %s AND t.grams <> 0"
          + " GROUP BY t.day_no, ca.name, t.direction";
  private static final String LINES =
      "SELECT l.day_no, l.mode, m.name, l.direction, SUM(l.grams) FROM ledger_day l"
          + " LEFT JOIN term m ON m.id = l.material_term WHERE %s"
          + " GROUP BY l.day_no, l.mode, m.name, l.direction";
  private static final String MOVEMENTS =
      "SELECT p.pos, p.receipt, p.barrier, p.direction, p.passed, p.received, p.plate, p.colour,"
          + " p.stage, ca.name, p.grams, p.verdict, p.trip, p.off_line FROM passage p"
          + " LEFT JOIN term ca ON ca.id = p.cargo_term WHERE %s"
          + " ORDER BY p.passed, p.direction, p.pos";
  private static final Comparator<DayMass> BY_DAY =
      Comparator.comparing(DayMass::day)
          .thenComparing(DayMass::mode)
          .thenComparing(mass -> String.valueOf(mass.goods()))
          .thenComparing(DayMass::direction);

  private final Database database;

  @Activate
  public EnterpriseDaysReader(@Reference Database database) {
    this.database = database;
  }

  @Override
  public List<DayTraffic> traffic(String enterprise, LocalDate from, LocalDate to) {
    List<DayTraffic> days = new ArrayList<>();
    read(TRAFFIC, days("t", enterprise, from, to), row -> days.add(traffic(row)));
    return days;
  }

  @Override
  public List<DayMass> masses(String enterprise, LocalDate from, LocalDate to) {
    List<DayMass> masses = new ArrayList<>();
    read(
        ROAD,
        days("t", enterprise, from, to),
        row -> masses.add(mass(row, "road", row.getString(2), 3)));
    read(
        LINES,
        days("l", enterprise, from, to),
        row -> masses.add(mass(row, Codes.MODE.code(row.getInt(2)), row.getString(3), 4)));
    masses.sort(BY_DAY);
    return masses;
  }

  @Override
  public List<Movement> movements(String enterprise, Instant from, Instant to) {
    Where where =
        new Where()
            .and("p." + OF, enterprise)
            .and("p.passed >= ?", from.toEpochMilli())
            .and("p.passed < ?", to.toEpochMilli());
    List<Movement> movements = new ArrayList<>();
    read(MOVEMENTS, where, row -> movements.add(movement(row)));
    return movements;
  }

  @Override
  public List<LedgerRow> rows(String ledger, String enterprise, LocalDate from, LocalDate to) {
    Where where = days("l", enterprise, from, to).and("l.ledger = ?", Codes.LEDGER.number(ledger));
    LedgerStanding.then(where, null);
    return database.read(c -> LedgerReader.select(c, where, " ORDER BY l.day_no, l.pos"));
  }

  private void read(String sql, Where where, PassageReader.RowConsumer consumer) {
    database.read(c -> PassageReader.each(c, sql.formatted(where), where, consumer));
  }

  private static Where days(String table, String enterprise, LocalDate from, LocalDate to) {
    return new Where()
        .and(table + "." + OF, enterprise)
        .and(table + ".day_no BETWEEN ? AND ?", List.of(Days.of(from), Days.of(to)));
  }

  private static DayTraffic traffic(ResultSet row) throws SQLException {
    return new DayTraffic(
        Days.day(row.getInt(1)),
        row.getString(2),
        Codes.FUEL.code(row.getInt(3)),
        row.getInt(4) == 1,
        row.getString(5),
        Codes.USAGE.code(row.getInt(6)),
        Codes.VERDICT.code(row.getInt(7)),
        row.getLong(8),
        row.getLong(9));
  }

  private static DayMass mass(ResultSet row, String mode, String goods, int direction)
      throws SQLException {
    return new DayMass(
        Days.day(row.getInt(1)),
        mode,
        goods,
        Codes.DIRECTION.code(row.getInt(direction)),
        row.getLong(direction + 1) / GRAMS_PER_TONNE);
  }

  private static Movement movement(ResultSet row) throws SQLException {
    long grams = row.getLong(11);
    Double tonnes = row.wasNull() ? null : grams / GRAMS_PER_TONNE;
    return new Movement(
        row.getLong(1),
        ReceiptBytes.text(row.getBytes(2)),
        row.getString(3),
        Codes.DIRECTION.code(row.getInt(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        row.getString(7),
        Codes.COLOUR.code(row.getInt(8)),
        row.getString(9),
        row.getString(10),
        tonnes,
        Codes.VERDICT.code(row.getInt(12)),
        row.getInt(13) == 1,
        row.getInt(14) == 1);
  }
}
