package org.qingmen.bench.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import org.qingmen.bench.server.Database;

/**
 * Fills the product's rollups of 4,000 enterprises with two years, in the database itself: sending
 * a hundred million records first would only show what the intake bench shows.
 */
final class ManyRollups {

  private static final int ENTERPRISES = 4_000;
  private static final YearMonth FIRST = YearMonth.of(2025, 1);
  private static final int MONTHS = 24;
  private static final String NAMES =
      "INSERT INTO enterprise (code, division) SELECT CONCAT('BENCH', seq),"
          + " CONCAT('13', LPAD(1 + seq % 11, 2, '0'), LPAD(1 + seq % 17, 2, '0')) FROM seq_1_to_"
          + ENTERPRISES;
  private static final String DOCUMENTS =
      "INSERT INTO registry_document (kind, doc_id, version, enterprise, division, body, author,"
          + " written, deleted, latest) SELECT 'enterprise', code, 1, code, division,"
          + " CONCAT('{\"name\":\"', code, '\",\"industries\":[{\"code\":\"I', LPAD(id % 39, 2, '0'),"
          + " '\"}]}'), 'bench', 0, FALSE, TRUE FROM enterprise WHERE code LIKE 'BENCH%'";
  private static final String TERMS = "INSERT INTO term (name) VALUES ('Q11'), ('H21')";

  /** Eight groups a day: stages III to VI, in and out. */
  private static final String DAYS =
      "INSERT INTO traffic_day SELECT e.id, %d + d.seq, CHAR(51 + s.seq), s.seq %% 2, 0,"
          + " 1 + s.seq %% 2, 0, 0, 0, w.seq, s.seq %% 3, 20 + e.id %% 30, 10 + e.id %% 30,"
          + " 300000000 FROM enterprise e JOIN seq_1_to_%d d JOIN seq_0_to_3 s JOIN seq_0_to_1 w";

  private static final String MONTH =
      "INSERT INTO traffic_month SELECT %1$d, d.enterprise, d.stage, d.fuel, d.type_term = 1, d.nev,"
          + " d.usage_code, d.direction, d.verdict, SUM(d.passages), SUM(d.trips), SUM(d.grams)"
          + " FROM traffic_day d WHERE d.day_no BETWEEN %1$d00 AND %1$d99 GROUP BY d.enterprise,"
          + " d.stage, d.fuel, d.type_term, d.nev, d.usage_code, d.direction, d.verdict";
  private static final String LEDGER =
      "INSERT INTO ledger_day SELECT e.id, %d + d.seq, m.seq, 0, 0, 900000000"
          + " FROM enterprise e JOIN seq_1_to_%d d JOIN seq_0_to_1 m";

  private final Database database;
  private final String name;

  ManyRollups(Database database, String name) {
    this.database = database;
    this.name = name;
  }

  void fill() throws SQLException {
    try (Connection connection = database.connect(name);
        Statement statement = connection.createStatement()) {
      statement.execute(NAMES);
      statement.execute(DOCUMENTS);
      statement.execute(TERMS);
      for (int i = 0; i < MONTHS; i++) {
        YearMonth month = FIRST.plusMonths(i);
        int number = month.getYear() * 100 + month.getMonthValue();
        statement.execute(DAYS.formatted(number * 100, month.lengthOfMonth()));
        statement.execute(MONTH.formatted(number));
        statement.execute(LEDGER.formatted(number * 100, month.lengthOfMonth()));
      }
      statement.execute("ANALYZE TABLE traffic_day, traffic_month, ledger_day, enterprise");
    }
  }
}
