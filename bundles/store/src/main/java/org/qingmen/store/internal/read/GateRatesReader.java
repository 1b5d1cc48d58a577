package org.qingmen.store.internal.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.GateRates;
import org.qingmen.store.Period;
import org.qingmen.store.Registry;
import org.qingmen.store.internal.db.Database;

/** Adds up gates' days. */
@Component
public final class GateRatesReader implements GateRates {

  private static final List<String> NO_INDUSTRY = List.of("none");

  private final GateHistory gates;
  private final Database database;
  private final Registry registry;

  @Activate
  public GateRatesReader(
      @Reference GateHistory gates, @Reference Database database, @Reference Registry registry) {
    this.gates = gates;
    this.database = database;
    this.registry = registry;
  }

  @Override
  public List<Row> query(
      List<Group> groups, Period period, String divisionPrefix, String enterprise) {
    Map<String, String> divisions = groups.contains(Group.DIVISION) ? divisions() : Map.of();
    Map<String, List<String>> industries =
        groups.contains(Group.INDUSTRY) ? RegistryIndustries.of(registry) : Map.of();
    Map<List<String>, long[]> sums = new TreeMap<>(StatisticsSums::compare);
    for (GateDay day : gates.days(enterprise, divisionPrefix, period.from(), period.to())) {
      List<List<String>> keys = List.of(List.of());
      for (Group group : groups) {
        keys = StatisticsSums.extend(keys, values(day, group, divisions, industries));
      }
      keys.forEach(key -> add(sums.computeIfAbsent(key, k -> new long[6]), day));
    }
    List<Row> rows = new ArrayList<>();
    sums.forEach((k, s) -> rows.add(new Row(k, s[0], s[1], s[2], s[3], s[4], s[5])));
    return rows;
  }

  private Map<String, String> divisions() {
    Map<String, String> divisions = new HashMap<>();
    Where all = new Where();
    database.read(
        connection ->
            PassageReader.each(
                connection,
                "SELECT code, division FROM enterprise",
                all,
                row -> divisions.put(row.getString(1), row.getString(2))));
    return divisions;
  }

  private static List<String> values(
      GateDay day,
      Group group,
      Map<String, String> divisions,
      Map<String, List<String>> industries) {
    return switch (group) {
      case ENTERPRISE -> List.of(day.enterprise());
      case BARRIER -> List.of(day.barrier());
      case INDUSTRY -> industries.getOrDefault(day.enterprise(), NO_INDUSTRY);
      case DIVISION -> List.of(divisions.getOrDefault(day.enterprise(), ""));
      case DAY -> List.of(day.day().toString());
      case MONTH -> List.of(day.day().toString().substring(0, 7));
      case YEAR -> List.of(String.valueOf(day.day().getYear()));
    };
  }

  private static void add(long[] sum, GateDay day) {
    sum[0] += day.onlineMinutes();
    sum[1] += day.expectedMinutes();
    sum[2] += day.passages();
    sum[3] += day.passages() - day.late();
    // A gate that counted less than it sent has counted wrongly.
    sum[4] += Math.max(day.counted(), day.passages());
    sum[5] += day.withPicture();
  }
}
