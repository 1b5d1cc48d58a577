package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.GradingInputs;
import org.qingmen.store.Registry;
import org.qingmen.store.Statistics;
import org.qingmen.store.StatisticsQuery;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.StatisticsRow;
import org.qingmen.store.internal.db.Database;

/** Answers from the rollups. */
@Component
public final class StatisticsReader implements Statistics {

  private static final int AT_ONCE = 1000;

  private final Database database;
  private final Registry registry;

  @Activate
  public StatisticsReader(@Reference Database database, @Reference Registry registry) {
    this.database = database;
    this.registry = registry;
  }

  @Override
  public List<StatisticsRow> query(StatisticsQuery query) {
    boolean byIndustry = query.groups().contains(Group.INDUSTRY);
    Map<String, List<String>> industries = byIndustry ? Industries.of(registry) : Map.of();
    return database.read(connection -> query(connection, query, industries));
  }

  @Override
  public GradingInputs gradingInputs(
      String enterprise, LocalDate from, LocalDate to, Instant asOf) {
    return database.read(
        connection ->
            asOf == null
                ? GradingSums.fromRollups(connection, enterprise, from, to)
                : GradingSums.asOf(connection, enterprise, from, to, asOf));
  }

  private static List<StatisticsRow> query(
      Connection connection, StatisticsQuery query, Map<String, List<String>> industries)
      throws SQLException {
    Map<Integer, EnterpriseEntry> enterprises = enterprises(connection, query);
    StatisticsSums sums = new StatisticsSums(query.groups(), enterprises, industries);
    boolean everyDay = query.groups().contains(Group.DAY);
    for (Slice slice : Slice.of(query.from(), query.to(), everyDay)) {
      List<Integer> ids = List.copyOf(enterprises.keySet());
      for (int i = 0; i < ids.size(); i += AT_ONCE) {
        read(connection, slice, ids.subList(i, Math.min(i + AT_ONCE, ids.size())), sums);
      }
    }
    return sums.rows();
  }

  private static Map<Integer, EnterpriseEntry> enterprises(
      Connection connection, StatisticsQuery query) throws SQLException {
    Where where = new Where().and("code = ?", query.enterprise());
    if (query.divisionPrefix() != null && !query.divisionPrefix().isEmpty()) {
      where.and("division LIKE ?", query.divisionPrefix() + "%");
    }
    List<EnterpriseEntry> found = new ArrayList<>();
    PassageReader.each(
        connection,
        "SELECT id, code, division FROM enterprise WHERE " + where,
        where,
        row -> found.add(new EnterpriseEntry(row.getInt(1), row.getString(2), row.getString(3))));
    return found.stream().collect(Collectors.toMap(EnterpriseEntry::id, e -> e));
  }

  private static void read(
      Connection connection, Slice slice, List<Integer> ids, StatisticsSums sums)
      throws SQLException {
    GroupColumns columns = new GroupColumns(sums.groups(), slice);
    Where where =
        new Where()
            .in("enterprise", ids)
            .and(slice.column() + " BETWEEN ? AND ?", List.of(slice.first(), slice.last()));
    PassageReader.each(connection, columns.select(where), where, row -> add(row, columns, sums));
  }

  private static void add(ResultSet row, GroupColumns columns, StatisticsSums sums)
      throws SQLException {
    if (row.getLong(1) == 0) {
      return;
    }
    sums.add(group -> columns.value(row, group), row.getLong(1), row.getLong(2), row.getLong(3));
  }
}
