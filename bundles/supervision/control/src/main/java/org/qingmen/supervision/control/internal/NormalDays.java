package org.qingmen.supervision.control.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.store.Statistics;
import org.qingmen.store.StatisticsQuery;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.StatisticsRow;
import org.qingmen.supervision.control.Baselines;
import org.qingmen.supervision.control.EnterpriseView;

/** Means over normal days, from the rollups. */
@Component
public final class NormalDays implements Baselines {

  private static final String ALL = "all";

  private final Statistics statistics;
  private final EnterpriseView enterprises;
  private final EpisodeBook episodes;
  private final Rules rules;

  /** Wired by the container. */
  @Activate
  public NormalDays(
      @Reference Statistics statistics,
      @Reference EnterpriseView enterprises,
      @Reference EpisodeBook episodes,
      @Reference Rules rules) {
    this.statistics = statistics;
    this.enterprises = enterprises;
    this.episodes = episodes;
    this.rules = rules;
  }

  /** Trips of one day. */
  private record Trips(long all, long heavy) {
    Trips plus(Trips other) {
      return new Trips(all + other.all, heavy + other.heavy);
    }
  }

  @Override
  public Baseline of(String enterprise, LocalDate before) {
    return enterprises
        .find(enterprise)
        .map(found -> of(found, before))
        .orElseGet(() -> new Baseline(0, 0, List.of()));
  }

  private Baseline of(Enterprise enterprise, LocalDate before) {
    Parameters parameters = rules.of(enterprise.division(), before);
    LocalDate from = before.minusDays((long) parameters.number("baseline.look-back-days"));
    int most =
        ALL.equals(parameters.text("baseline.sampling"))
            ? Integer.MAX_VALUE
            : (int) parameters.number("baseline.days");
    TreeMap<LocalDate, Trips> days = read(enterprise.id(), from, before.minusDays(1));
    List<LocalDate> chosen =
        days.descendingKeySet().stream()
            .filter(day -> normal(enterprise.division(), day))
            .limit(most)
            .toList();
    Trips sum = chosen.stream().map(days::get).reduce(new Trips(0, 0), Trips::plus);
    List<LocalDate> ascending = new ArrayList<>(chosen);
    Collections.reverse(ascending);
    double count = Math.max(1, chosen.size());
    return new Baseline(sum.all() / count, sum.heavy() / count, ascending);
  }

  private TreeMap<LocalDate, Trips> read(String enterprise, LocalDate from, LocalDate to) {
    TreeMap<LocalDate, Trips> days = new TreeMap<>();
    if (to.isBefore(from)) {
      return days;
    }
    List<StatisticsRow> rows =
        statistics.query(
            new StatisticsQuery(List.of(Group.DAY, Group.HEAVY), from, to, null, enterprise));
    for (StatisticsRow row : rows) {
      boolean heavy = Boolean.parseBoolean(row.values().get(1));
      days.merge(
          LocalDate.parse(row.values().get(0)),
          new Trips(row.trips(), heavy ? row.trips() : 0),
          Trips::plus);
    }
    return days;
  }

  /** A day that an alert touched is none, be it for an hour. */
  private boolean normal(String division, LocalDate day) {
    return !episodes.ranBetween(division, ChinaTime.startOf(day), ChinaTime.endOf(day));
  }
}
