package org.qingmen.supervision.ledgers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.store.Document;
import org.qingmen.store.EnterpriseDays;
import org.qingmen.store.EnterpriseDays.DayTraffic;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.Registry;
import org.qingmen.supervision.ledgers.ReportedDay;

/** What an enterprise reported for the emergency list, beside what tickets and gates counted. */
final class Reported {

  private final EnterpriseDays days;
  private final Registry registry;

  Reported(EnterpriseDays days, Registry registry) {
    this.days = days;
    this.registry = registry;
  }

  List<ReportedDay> of(String enterprise, LocalDate from, LocalDate to) {
    Map<LocalDate, Long> trips = new HashMap<>();
    for (DayTraffic traffic : days.traffic(enterprise, from, to)) {
      trips.merge(traffic.day(), traffic.trips(), Long::sum);
    }
    Map<LocalDate, Long> tickets = new HashMap<>();
    for (LedgerRow row : days.rows("weigh-ticket", enterprise, from, to)) {
      tickets.merge(row.day(), 1L, Long::sum);
    }
    TreeMap<LocalDate, Integer> listed = listed(enterprise);
    TreeMap<LocalDate, Integer> reports = reports(enterprise);
    List<ReportedDay> rows = new ArrayList<>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      Map.Entry<LocalDate, Integer> report = listed.floorEntry(day);
      report = report == null ? reports.floorEntry(day) : report;
      if (report == null) {
        // A report made later is the best that is known of the days before it.
        report = reports.firstEntry();
      }
      rows.add(
          new ReportedDay(
              day,
              report == null ? null : report.getValue(),
              tickets.getOrDefault(day, 0L),
              trips.getOrDefault(day, 0L)));
    }
    return rows;
  }

  /** Vehicles per day of the emergency reduction list, by the day from which it holds. */
  private TreeMap<LocalDate, Integer> listed(String enterprise) {
    TreeMap<LocalDate, Integer> listed = new TreeMap<>();
    for (Document document : Papers.of(registry, "emergency-list", enterprise)) {
      JsonNode body = LedgerJson.read(document.body());
      if (body.hasNonNull("from") && body.path("dailyVehicles").isNumber()) {
        listed.put(LocalDate.parse(body.get("from").asText()), body.get("dailyVehicles").asInt());
      }
    }
    return listed;
  }

  /** What the enterprise says of itself beside the list, by the day on which it was entered. */
  private TreeMap<LocalDate, Integer> reports(String enterprise) {
    TreeMap<LocalDate, Integer> reports = new TreeMap<>();
    for (Document version : registry.history("enterprise", enterprise)) {
      JsonNode daily = LedgerJson.read(version.body()).path("dailyVehicles");
      if (!version.deleted() && daily.isNumber()) {
        // Newest first: the last word of a day stands.
        reports.putIfAbsent(LocalDays.of(version.at()), daily.asInt());
      }
    }
    return reports;
  }
}
