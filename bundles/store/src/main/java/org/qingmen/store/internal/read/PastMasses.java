package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.store.internal.project.Codes;
import org.qingmen.store.internal.project.Days;
import org.qingmen.store.internal.project.LedgerFields;

/** One enterprise's dedicated lines as they were known at an instant. */
final class PastMasses {

  private PastMasses() {}

  static List<MassGroup> read(
      Connection connection, String enterprise, LocalDate from, LocalDate to, Instant asOf)
      throws SQLException {
    Where where =
        new Where()
            .and("enterprise = (SELECT id FROM enterprise WHERE code = ?)", enterprise)
            .and("ledger = ?", Codes.LEDGER.number("dedicated-line"))
            .and("day_no BETWEEN ? AND ?", List.of(Days.of(from), Days.of(to)))
            .and("received <= ?", asOf.toEpochMilli());
    LedgerStanding.then(where, asOf);
    Map<String, MassGroup> sums = new TreeMap<>();
    PassageReader.each(
        connection,
        "SELECT body FROM ledger_row WHERE " + where,
        where,
        row -> LedgerFields.mass(row.getString(1)).ifPresent(mass -> add(sums, mass)));
    return new ArrayList<>(sums.values());
  }

  private static void add(Map<String, MassGroup> sums, MassGroup mass) {
    String key = mass.mode() + "|" + mass.material() + "|" + mass.direction();
    sums.merge(
        key,
        mass,
        (a, b) -> new MassGroup(a.mode(), a.material(), a.direction(), a.tonnes() + b.tonnes()));
  }
}
