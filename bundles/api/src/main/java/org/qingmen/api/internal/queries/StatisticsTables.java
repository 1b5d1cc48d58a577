package org.qingmen.api.internal.queries;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.CleanShareRow;
import org.qingmen.store.ComparedRow;
import org.qingmen.store.GateRates;
import org.qingmen.store.Period;
import org.qingmen.store.Statistics;
import org.qingmen.store.StatisticsQuery;
import org.qingmen.store.StatisticsQuery.Group;

/** Answers questions about statistics with tables. */
@Component(service = StatisticsTables.class)
public final class StatisticsTables {

  private static final List<String> TRIPS = List.of("passages", "trips", "tonnes");
  private static final List<String> COMPARED =
      List.of(
          "passages",
          "trips",
          "tonnes",
          "passagesBefore",
          "tripsBefore",
          "tonnesBefore",
          "tripsChange",
          "tonnesChange");
  private static final List<String> CLEAN =
      List.of(
          "cleanTonnes", "roadTonnes", "newEnergyTonnes", "cleanShare", "cleanShareWithNewEnergy");
  private static final List<String> GATES =
      List.of(
          "onlineMinutes",
          "expectedMinutes",
          "onlineRate",
          "received",
          "inTime",
          "expected",
          "transmissionRate",
          "pictureRate");

  private final Statistics statistics;
  private final GateRates gates;

  @Activate
  public StatisticsTables(@Reference Statistics statistics, @Reference GateRates gates) {
    this.statistics = statistics;
    this.gates = gates;
  }

  StatisticsTable of(StatisticsQuestion question) {
    return switch (question.metric()) {
      case TRIPS -> question.comparison() == null ? trips(question) : compared(question);
      case CLEAN_SHARE -> cleanShares(question);
      case GATES -> gates(question);
    };
  }

  private StatisticsTable trips(StatisticsQuestion question) {
    return new StatisticsTable(
        question.groups(),
        TRIPS,
        statistics.query(query(question, question.period(), Group.values())).stream()
            .map(r -> StatisticsTable.Row.of(r.values(), r.passages(), r.trips(), r.tonnes()))
            .toList());
  }

  private StatisticsTable compared(StatisticsQuestion question) {
    StatisticsQuery query = query(question, question.period(), Group.values());
    return new StatisticsTable(
        question.groups(),
        COMPARED,
        statistics.compare(query, question.comparison()).stream()
            .map(StatisticsTables::row)
            .toList());
  }

  private static StatisticsTable.Row row(ComparedRow row) {
    return StatisticsTable.Row.of(
        row.now().values(),
        row.now().passages(),
        row.now().trips(),
        row.now().tonnes(),
        row.before().passages(),
        row.before().trips(),
        row.before().tonnes(),
        change(row.now().trips(), row.before().trips()),
        change(row.now().tonnes(), row.before().tonnes()));
  }

  /** Change as a share of what was before; null when there was nothing. */
  private static Double change(double now, double before) {
    return before == 0 ? null : (now - before) / before;
  }

  private StatisticsTable cleanShares(StatisticsQuestion question) {
    List<String> values = Earlier.names(question, CLEAN, "cleanShareBefore");
    Map<List<String>, Double> before = new HashMap<>();
    if (question.comparison() != null) {
      Earlier.of(question)
          .moved(cleanRows(question, Earlier.of(question).period()), CleanShareRow::values)
          .forEach((key, row) -> before.put(key, row.share()));
    }
    return new StatisticsTable(
        question.groups(),
        values,
        cleanRows(question, question.period()).stream()
            .map(
                r ->
                    Earlier.row(
                        question,
                        before,
                        StatisticsTable.Row.of(
                            r.values(),
                            r.cleanTonnes(),
                            r.roadTonnes(),
                            r.newEnergyTonnes(),
                            r.share(),
                            r.shareWithNewEnergy())))
            .toList());
  }

  private List<CleanShareRow> cleanRows(StatisticsQuestion question, Period period) {
    Group[] general =
        java.util.Arrays.stream(Group.values()).filter(Group::general).toArray(Group[]::new);
    return statistics.cleanShares(query(question, period, general));
  }

  private StatisticsTable gates(StatisticsQuestion question) {
    Map<List<String>, Double> before = new HashMap<>();
    if (question.comparison() != null) {
      Earlier.of(question)
          .moved(gateRows(question, Earlier.of(question).period()), GateRates.Row::values)
          .forEach((key, row) -> before.put(key, row.onlineRate()));
    }
    return new StatisticsTable(
        question.groups(),
        Earlier.names(question, GATES, "onlineRateBefore"),
        gateRows(question, question.period()).stream()
            .map(
                r ->
                    Earlier.row(
                        question,
                        before,
                        StatisticsTable.Row.of(
                            r.values(),
                            r.onlineMinutes(),
                            r.expectedMinutes(),
                            r.onlineRate(),
                            r.passages(),
                            r.inTime(),
                            r.expected(),
                            r.transmissionRate(),
                            r.pictureRate())))
            .toList());
  }

  private List<GateRates.Row> gateRows(StatisticsQuestion question, Period period) {
    return gates.query(
        question.groups(GateRates.Group.values(), GateRates.Group::code),
        period,
        question.divisionPrefix(),
        question.enterprise());
  }

  private static StatisticsQuery query(StatisticsQuestion question, Period period, Group[] known) {
    return new StatisticsQuery(
        question.groups(known, Group::code),
        period.from(),
        period.to(),
        question.divisionPrefix(),
        question.enterprise());
  }
}
