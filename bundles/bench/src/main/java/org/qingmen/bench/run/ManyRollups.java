package org.qingmen.bench.run;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.qingmen.bench.server.Database;

/**
 * Fills the product's rollups of 4,000 enterprises with two years, in the database itself: sending
 * a hundred million records first would only show what the intake bench shows.
 */
final class ManyRollups {

  private static final int ENTERPRISES = 4_000;
  private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
  private static final int LAST_DAY = 729;
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

  private static final String CALENDAR =
      "CREATE TEMPORARY TABLE bench_day (day_no INT NOT NULL PRIMARY KEY, month_no INT NOT NULL)"
          + " AS SELECT CAST(DATE_FORMAT(d, '%%Y%%m%%d') AS INT) AS day_no,"
          + " CAST(DATE_FORMAT(d, '%%Y%%m') AS INT) AS month_no"
          + " FROM (SELECT DATE_ADD('%s', INTERVAL seq DAY) AS d FROM seq_0_to_%d) x";

  /** Eight groups a day: stages III to VI, in and out. Every day is alike. */
  private static final String GROUPS =
      "CREATE TEMPORARY TABLE bench_group (enterprise INT NOT NULL, division VARCHAR(6) NOT NULL,"
          + " industry VARCHAR(40) NOT NULL, stage CHAR(1) NOT NULL, fuel INT NOT NULL,"
          + " type_term INT NOT NULL, direction INT NOT NULL, verdict INT NOT NULL,"
          + " passages BIGINT NOT NULL, trips BIGINT NOT NULL,"
          + " PRIMARY KEY (enterprise, stage, fuel, type_term, direction, verdict))"
          + " SELECT e.id AS enterprise, e.division, CONCAT('I', LPAD(e.id % 39, 2, '0')) AS"
          + " industry, CHAR(51 + s.seq) AS stage, s.seq % 2 AS fuel, 1 + s.seq % 2 AS type_term,"
          + " w.seq AS direction, s.seq % 3 AS verdict, 20 + e.id % 30 AS passages,"
          + " 10 + e.id % 30 AS trips FROM enterprise e JOIN seq_0_to_3 s JOIN seq_0_to_1 w";

  /** In the order of the primary key, which is several times as fast as any other. */
  private static final String DAYS =
      "INSERT INTO traffic_day SELECT STRAIGHT_JOIN e.id, d.day_no, g.stage, g.fuel, 0,"
          + " g.type_term, 0, 0, 0, g.direction, g.verdict, g.passages, g.trips, 300000000"
          + " FROM (SELECT id FROM enterprise ORDER BY id) e JOIN bench_day d"
          + " JOIN bench_group g ON g.enterprise = e.id";

  private static final String MONTHS =
      "INSERT INTO traffic_month SELECT m.month_no, g.enterprise, g.stage, g.fuel,"
          + " g.type_term = 1, 0, 0, g.direction, g.verdict, g.passages * m.days,"
          + " g.trips * m.days, 300000000 * m.days FROM (SELECT month_no, COUNT(*) AS days"
          + " FROM bench_day GROUP BY month_no) m JOIN bench_group g";
  private static final String AREAS =
      "INSERT INTO traffic_area_day SELECT %1$d, a.area, a.industry, d.day_no, a.stage, a.fuel,"
          + " a.heavy, 0, 0, a.direction, a.verdict, a.passages, a.trips, a.grams FROM"
          + " (SELECT %2$s AS area, %3$s AS industry, stage, fuel, type_term = 1 AS heavy,"
          + " direction, verdict, SUM(passages) AS passages, SUM(trips) AS trips,"
          + " SUM(300000000) AS grams FROM bench_group"
          + " GROUP BY 1, 2, stage, fuel, type_term, direction, verdict) a JOIN bench_day d";
  private static final String ENTERPRISE_DAYS =
      "INSERT INTO traffic_enterprise_day SELECT STRAIGHT_JOIN d.day_no, g.enterprise, 0,"
          + " SUM(g.passages), SUM(g.trips), SUM(300000000) FROM bench_day d JOIN bench_group g"
          + " GROUP BY d.day_no, g.enterprise";
  private static final String HOMES =
      "INSERT INTO traffic_home SELECT DISTINCT enterprise, division, industry, 0"
          + " FROM bench_group";
  private static final String LEDGER =
      "INSERT INTO ledger_day SELECT STRAIGHT_JOIN e.id, d.day_no, m.seq, 0, 0, 900000000"
          + " FROM (SELECT id FROM enterprise ORDER BY id) e JOIN bench_day d JOIN seq_0_to_1 m";

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
      // Without these an empty table is not filled in one go.
      statement.execute("SET unique_checks = 0, foreign_key_checks = 0");
      statement.execute(CALENDAR.formatted(FIRST, LAST_DAY));
      statement.execute(GROUPS);
      for (String filling : List.of(DAYS, ENTERPRISE_DAYS, MONTHS, HOMES, LEDGER)) {
        statement.execute(filling);
      }
      statement.execute(AREAS.formatted(2, "LEFT(division, 2)", "''"));
      statement.execute(AREAS.formatted(2, "LEFT(division, 2)", "industry"));
      statement.execute(AREAS.formatted(6, "division", "''"));
      statement.execute(
          "ANALYZE TABLE traffic_day, traffic_enterprise_day, traffic_month, traffic_area_day,"
              + " traffic_home, ledger_day, enterprise");
    }
  }
}
