package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.TripGroup;
import org.qingmen.store.GradingInputs;
import org.qingmen.store.internal.project.Codes;
import org.qingmen.store.internal.project.Days;

/** What a grade rests on. */
final class GradingSums {

  static final double GRAMS_PER_TONNE = 1_000_000;
  private static final String OF = "enterprise = (SELECT id FROM enterprise WHERE code = ?)";
  private static final String TRAFFIC =
      "SELECT t.stage, t.fuel, t.nev, t.usage_code, ty.name, tr.name, ca.name,"
          + " SUM(t.trips), SUM(t.grams), SUM(t.passages) FROM traffic_day t"
          + " LEFT JOIN term ty ON ty.id = t.type_term"
          + " LEFT JOIN term tr ON tr.id = t.trailer_term"
          + " LEFT JOIN term ca ON ca.id = t.cargo_term WHERE %s"
          + " GROUP BY t.stage, t.fuel, t.nev, t.usage_code, ty.name, tr.name, ca.name"
          + " ORDER BY t.stage, t.fuel, t.nev, t.usage_code, ty.name, tr.name, ca.name";
  private static final String MASSES =
      "SELECT l.mode, m.name, l.direction, SUM(l.grams) FROM ledger_day l"
          + " LEFT JOIN term m ON m.id = l.material_term WHERE %s"
          + " GROUP BY l.mode, m.name, l.direction ORDER BY l.mode, m.name, l.direction";

  private GradingSums() {}

  static GradingInputs fromRollups(
      Connection connection, String enterprise, LocalDate from, LocalDate to) throws SQLException {
    Where where =
        new Where()
            .and("t." + OF, enterprise)
            .and("t.day_no BETWEEN ? AND ?", List.of(Days.of(from), Days.of(to)));
    TrafficSums sums = new TrafficSums();
    PassageReader.each(
        connection,
        TRAFFIC.formatted(where),
        where,
        row ->
            sums.add(
                new TripGroup(
                    row.getString(1),
                    Codes.FUEL.code(row.getInt(2)),
                    row.getInt(3) == 1,
                    Codes.USAGE.code(row.getInt(4)),
                    row.getString(5),
                    row.getString(6),
                    row.getString(7),
                    0,
                    0),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10)));
    return sums.with(masses(connection, enterprise, from, to));
  }

  static GradingInputs asOf(
      Connection connection, String enterprise, LocalDate from, LocalDate to, Instant asOf)
      throws SQLException {
    TrafficSums sums = PastTraffic.read(connection, enterprise, from, to, asOf);
    return sums.with(PastMasses.read(connection, enterprise, from, to, asOf));
  }

  private static List<MassGroup> masses(
      Connection connection, String enterprise, LocalDate from, LocalDate to) throws SQLException {
    Where where =
        new Where()
            .and("l." + OF, enterprise)
            .and("l.day_no BETWEEN ? AND ?", List.of(Days.of(from), Days.of(to)));
    List<MassGroup> masses = new ArrayList<>();
    PassageReader.each(
        connection,
        MASSES.formatted(where),
        where,
        row ->
            masses.add(
                new MassGroup(
                    Codes.MODE.code(row.getInt(1)),
                    row.getString(2),
                    Codes.DIRECTION.code(row.getInt(3)),
                    row.getLong(4) / GRAMS_PER_TONNE)));
    return masses;
  }
}
