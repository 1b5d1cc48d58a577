package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.CleanShareRow;
import org.qingmen.store.ComparedRow;
import org.qingmen.store.GradingInputs;
import org.qingmen.store.Period;
import org.qingmen.store.Registry;
import org.qingmen.store.Statistics;
import org.qingmen.store.StatisticsQuery;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.StatisticsRow;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.project.Home;

/** Answers from the rollups. */
@Component
public final class StatisticsReader implements Statistics {

  private static final int AT_ONCE = 1000;
  private static final String ENTERPRISES =
      "SELECT e.id, e.code, e.division, h.division, h.industries, h.stale FROM enterprise e"
          + " LEFT JOIN traffic_home h ON h.enterprise = e.id WHERE ";

  private final Database database;
  private final Registry registry;

  @Activate
  public StatisticsReader(@Reference Database database, @Reference Registry registry) {
    this.database = database;
    this.registry = registry;
  }

  @Override
  public List<StatisticsRow> query(StatisticsQuery query) {
    Map<String, List<String>> industries = industries(query);
    boolean everyDay = query.groups().contains(Group.DAY);
    List<Slice> slices = Slice.of(query.from(), query.to(), everyDay);
    return database.read(c -> traffic(c, query, industries, slices));
  }

  /** From the areas where they answer it, else from the enterprises' own rows. */
  private static List<StatisticsRow> traffic(
      Connection connection,
      StatisticsQuery query,
      Map<String, List<String>> industries,
      List<Slice> slices)
      throws SQLException {
    Map<Integer, EnterpriseEntry> enterprises = enterprises(connection, query);
    StatisticsSums sums = new StatisticsSums(query.groups(), enterprises, industries);
    Optional<AreaScope> areas = AreaScope.of(query, enterprises.values());
    if (areas.filter(a -> a.answers(query.from(), query.to())).isPresent()) {
      read(connection, Slice.days(query.from(), query.to()).ofAreas(), areas.get().where(), sums);
      return sums.rows();
    }
    for (Slice slice : slices) {
      if (areas.isPresent() && slice.rollup() == Rollup.DAYS) {
        read(connection, slice.ofAreas(), areas.get().where(), sums);
      } else {
        ofEnterprises(connection, slice.narrowed(query.groups()), query, sums);
      }
    }
    return sums.rows();
  }

  private Map<String, List<String>> industries(StatisticsQuery query) {
    return query.groups().contains(Group.INDUSTRY) ? RegistryIndustries.of(registry) : Map.of();
  }

  @Override
  public List<ComparedRow> compare(StatisticsQuery query, Period.Comparison comparison) {
    Period period = new Period(query.from(), query.to());
    List<StatisticsRow> before = query(query.over(period.before(comparison)));
    return Comparing.rows(query.groups(), period, comparison, query(query), before);
  }

  @Override
  public List<CleanShareRow> cleanShares(StatisticsQuery query) {
    if (!query.groups().stream().allMatch(Group::general)) {
      throw new IllegalArgumentException("a ledger knows no vehicles: " + query.groups());
    }
    List<Group> byEnergy = new ArrayList<>(query.groups());
    byEnergy.add(Group.NEW_ENERGY);
    List<StatisticsRow> road = query(query.by(byEnergy));
    Map<String, List<String>> industries = industries(query);
    List<StatisticsRow> clean = database.read(c -> ledger(c, query, industries));
    return CleanShares.rows(road, clean);
  }

  private static List<StatisticsRow> ledger(
      Connection connection, StatisticsQuery query, Map<String, List<String>> industries)
      throws SQLException {
    StatisticsSums sums =
        new StatisticsSums(query.groups(), enterprises(connection, query), industries);
    Slice days = Slice.days(query.from(), query.to());
    read(connection, days, scope(query), sums, GroupColumns::selectLedger);
    return sums.rows();
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

  /** The statement of a slice. */
  private interface Select {
    String of(GroupColumns columns, Where where);
  }

  private static void ofEnterprises(
      Connection connection, Slice slice, StatisticsQuery query, StatisticsSums sums)
      throws SQLException {
    if (slice.rollup() != Rollup.DAYS) {
      read(connection, slice, scope(query), sums);
      return;
    }
    // That table is in the order of the enterprises.
    List<Integer> ids = sums.enterprises();
    for (int i = 0; i < ids.size(); i += AT_ONCE) {
      List<Integer> some = ids.subList(i, Math.min(i + AT_ONCE, ids.size()));
      read(connection, slice, new Where().in("enterprise", some), sums);
    }
  }

  /** The enterprises asked for; no condition where that is all. */
  private static Where scope(StatisticsQuery query) {
    Where where = new Where();
    String of = "enterprise IN (SELECT e.id FROM enterprise e WHERE ";
    where.and(of + "e.code = ?)", query.enterprise());
    if (restricted(query)) {
      where.and(of + "e.division LIKE ?)", query.divisionPrefix() + "%");
    }
    return where;
  }

  private static boolean restricted(StatisticsQuery query) {
    return query.divisionPrefix() != null && !query.divisionPrefix().isEmpty();
  }

  private static Map<Integer, EnterpriseEntry> enterprises(
      Connection connection, StatisticsQuery query) throws SQLException {
    Where where = new Where().and("e.code = ?", query.enterprise());
    if (restricted(query)) {
      where.and("e.division LIKE ?", query.divisionPrefix() + "%");
    }
    List<EnterpriseEntry> found = new ArrayList<>();
    PassageReader.each(connection, ENTERPRISES + where, where, row -> found.add(entry(row)));
    return found.stream().collect(Collectors.toMap(EnterpriseEntry::id, e -> e));
  }

  private static EnterpriseEntry entry(ResultSet row) throws SQLException {
    boolean counted = row.getObject(6) != null;
    Home home = counted ? new Home(row.getString(4), row.getString(5)) : null;
    boolean settled = !counted || row.getInt(6) == 0;
    return new EnterpriseEntry(row.getInt(1), row.getString(2), row.getString(3), home, settled);
  }

  private static void read(Connection connection, Slice slice, Where where, StatisticsSums sums)
      throws SQLException {
    read(connection, slice, where, sums, GroupColumns::select);
  }

  private static void read(
      Connection connection, Slice slice, Where where, StatisticsSums sums, Select select)
      throws SQLException {
    GroupColumns columns = new GroupColumns(sums.groups(), slice);
    where.and(slice.column() + " BETWEEN ? AND ?", List.of(slice.first(), slice.last()));
    boolean areas = slice.rollup() == Rollup.AREAS;
    PassageReader.each(
        connection, select.of(columns, where), where, row -> add(row, columns, areas, sums));
  }

  private static void add(ResultSet row, GroupColumns columns, boolean areas, StatisticsSums sums)
      throws SQLException {
    if (row.getLong(1) == 0) {
      return;
    }
    sums.add(
        group -> columns.value(row, group), areas, row.getLong(1), row.getLong(2), row.getLong(3));
  }
}
