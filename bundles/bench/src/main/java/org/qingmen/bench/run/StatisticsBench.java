package org.qingmen.bench.run;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.qingmen.bench.Options;
import org.qingmen.bench.load.Latencies;
import org.qingmen.bench.report.Bar;
import org.qingmen.bench.report.Report;
import org.qingmen.bench.server.Api;
import org.qingmen.bench.server.Database;
import org.qingmen.bench.server.Product;
import org.qingmen.bench.server.Work;

/** A month of a province, asked of the rollups of 4,000 enterprises over two years. */
public final class StatisticsBench implements Benchmark {

  private static final String DATABASE = "qingmen";
  private static final int ROUNDS = 20;
  private static final double MONTH_MILLIS = 1000;
  private static final String MONTH = "&from=2026-10-01&to=2026-10-31";
  private static final String ACROSS = "&from=2026-09-16&to=2026-10-15";
  private static final String TWO_YEARS = "&from=2025-01-01&to=2026-12-30";
  private static final List<String> TABLES =
      List.of("traffic_day", "traffic_month", "traffic_area_day", "ledger_day");
  private static final List<String> OF_A_MONTH =
      List.of(
          "group=stage,direction",
          "group=enterprise",
          "group=industry,stage",
          "group=division,fuel,verdict",
          "group=heavy,new-energy,usage",
          "group=stage&compare=year",
          "group=industry&compare=previous",
          "metric=clean-share&group=division");
  private static final List<String> BY_DAY =
      List.of("group=day", "group=day,stage,verdict", "group=division,day", "group=industry,day");
  private static final List<String> OF_YEARS =
      List.of("group=month,stage", "group=year", "group=division,year", "group=industry,year");

  @Override
  public String name() {
    return "statistics";
  }

  @Override
  public void run(Options options, Report report) throws Exception {
    Machine.describe(report, name());
    Path folder = Work.folder("statistics");
    try (Database database = Database.start(folder.resolve("mariadb"));
        Product product =
            new Product(folder)
                .with("QINGMEN_DB_URL", database.create(DATABASE))
                .with("QINGMEN_DB_USER", "root")
                .start()) {
      for (var setting : database.settings().entrySet()) {
        report.fact("db." + setting.getKey(), setting.getValue());
      }
      long begin = System.nanoTime();
      new ManyRollups(database, DATABASE).fill();
      report.figure("fill", "", (System.nanoTime() - begin) / 1e9);
      for (String table : TABLES) {
        long rows = database.count(DATABASE, "SELECT COUNT(*) FROM " + table);
        report.figure("rows", table, rows);
      }
      measure(product.api(), report);
    } finally {
      Work.delete(folder);
    }
  }

  private static void measure(Api api, Report report) throws IOException, SQLException {
    Bar bar = Bar.atMost(MONTH_MILLIS);
    report.section("section.province-month");
    ask(api, report, OF_A_MONTH, MONTH, bar);
    ask(api, report, BY_DAY, MONTH, bar);
    report.section("section.across-months");
    ask(api, report, OF_A_MONTH, ACROSS, bar);
    ask(api, report, BY_DAY, ACROSS, bar);
    report.section("section.two-years");
    ask(api, report, OF_YEARS, TWO_YEARS, null);
  }

  private static void ask(Api api, Report report, List<String> questions, String period, Bar bar)
      throws IOException {
    for (String question : questions) {
      ask(api, report, question, period, bar);
    }
  }

  private static void ask(Api api, Report report, String question, String period, Bar bar)
      throws IOException {
    String path = "/statistics?" + question + period;
    if (api.get(path).path("items").isEmpty()) {
      throw new IOException("nothing was counted: " + path);
    }
    Latencies latencies = new Latencies();
    for (int i = 0; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      api.get(path);
      latencies.add(System.nanoTime() - begin);
    }
    report.figure("p50", question, latencies.millis(0.5));
    report.figure("p99", question, latencies.millis(0.99), bar);
    report.figure("max", question, latencies.millis(1));
  }
}
