package org.qingmen.store.bench;

import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.StatisticsQuery;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.PassageEntry;
import org.qingmen.store.testing.StoreFixture;

/**
 * How fast the projector follows and how much disk a passage takes. Arguments: {@code H2} or {@code
 * MARIADB}, number of records.
 */
public final class ProjectionBench {

  private static final int VEHICLES = 20_000;
  private static final String[] CARGO = {"铁矿石", "煤", "石灰石", "水泥", "钢材", "焦炭"};
  private static final String[] STAGES = {"4", "5", "5", "6", "6", "6"};

  private ProjectionBench() {}

  public static void main(String[] args) throws Exception {
    Databases kind = Databases.valueOf(args[0]);
    int records = Integer.parseInt(args[1]);
    try (StoreFixture store = new StoreFixture(kind.create())) {
      project(store, 20_000, 0);
      List<JournalEntry> entries = generate(records, 20_000);
      long begin = System.nanoTime();
      store.journal.append(entries);
      store.projection.awaitPosition(store.journal.end(), Duration.ofMinutes(30));
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          "%s: %d records in %.1f s = %.0f records/s%n", kind, records, seconds, records / seconds);
      queries(store);
      if (kind == Databases.MARIADB) {
        sizes(store, records + 20_000);
      }
    }
    System.exit(0);
  }

  private static void project(StoreFixture store, int records, int first) throws Exception {
    store.journal.append(generate(records, first));
    store.projection.awaitPosition(store.journal.end(), Duration.ofMinutes(5));
  }

  private static List<JournalEntry> generate(int records, int first) {
    Random random = new Random(first);
    LocalDateTime start = LocalDateTime.of(2026, 10, 1, 0, 0);
    List<JournalEntry> entries = new ArrayList<>(records);
    for (int i = first; i < first + records; i++) {
      int vehicle = random.nextInt(VEHICLES);
      String time = start.plusSeconds(i / 2).toString();
      String serial = "A01-20261001-%06d".formatted(i);
      PassageEntry entry =
          (i & 1) == 0 ? PassageEntry.in(serial, time) : PassageEntry.out(serial, time);
      entry
          .enterprise("9113020070000%04dK001P".formatted(vehicle % 300), "130203")
          .plate("冀B" + (10_000 + vehicle), "yellow")
          .vin("LZZ1CLVB7AA%06d".formatted(vehicle))
          .vehicle(STAGES[vehicle % 6], vehicle % 9 == 0 ? "natural-gas" : "diesel", "freight");
      if (i % 10 == 0) {
        entry.finding("vin.check-digit");
      }
      if ((i & 1) == 0) {
        entry.cargo(CARGO[vehicle % 6], 30 + vehicle % 50 / 10.0);
      }
      entries.add(entry.entry());
    }
    return entries;
  }

  private static void queries(StoreFixture store) {
    String enterprise = "91130200700000001K001P".replace("700000001", "700000007");
    Instant from = Instant.parse("2026-09-30T16:00:00Z");
    Instant to = from.plus(Duration.ofDays(1));
    time(
        "enterprise day page",
        () ->
            store.passages.list(
                new PassageQuery(
                    enterprise, null, null, null, from, to, null, null, null, null, null, 100)));
    time("province page", () -> store.passages.list(page("", null)));
    time("county page", () -> store.passages.list(page("130203", null)));
    time("province page of a verdict", () -> store.passages.list(page("", "deny")));
    time(
        "province month statistics",
        () ->
            store.statistics.query(
                new StatisticsQuery(
                    List.of(StatisticsQuery.Group.STAGE, StatisticsQuery.Group.FUEL),
                    LocalDate.of(2026, 10, 1),
                    LocalDate.of(2026, 10, 31),
                    null,
                    null)));
  }

  private static PassageQuery page(String division, String verdict) {
    return new PassageQuery(
        null, division, null, null, null, null, null, null, verdict, null, null, 100);
  }

  private static void time(String what, Runnable question) {
    question.run();
    long begin = System.nanoTime();
    question.run();
    System.out.printf("  %s: %.1f ms%n", what, (System.nanoTime() - begin) / 1e6);
  }

  private static void sizes(StoreFixture store, int records) {
    long[] total = new long[1];
    store.database.read(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("ANALYZE TABLE passage, finding, traffic_day, traffic_month");
            ResultSet row =
                statement.executeQuery(
                    "SELECT table_name, data_length, index_length FROM information_schema.tables"
                        + " WHERE table_schema = DATABASE() AND data_length + index_length > 100000");
            while (row.next()) {
              long rows = row.getLong(2) / records;
              long indexes = row.getLong(3) / records;
              total[0] += row.getLong(2) + row.getLong(3);
              System.out.printf("  %s: %d + %d B/record%n", row.getString(1), rows, indexes);
            }
          }
          return null;
        });
    System.out.printf("  together %d B/record%n", total[0] / records);
  }
}
