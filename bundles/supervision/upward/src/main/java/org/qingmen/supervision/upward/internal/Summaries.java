package org.qingmen.supervision.upward.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.spi.report.Report;
import org.qingmen.store.LedgerQuery;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Outbox;
import org.qingmen.store.Outbox.Item;
import org.qingmen.store.Page;
import org.qingmen.store.Statistics;
import org.qingmen.store.StatisticsQuery;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.StatisticsRow;

/**
 * Daily summaries: how much of each enterprise is stored here, for the platform above to compare.
 */
final class Summaries {

  private static final int PAGE = 1000;

  private final ObjectMapper json = new ObjectMapper();
  private final Statistics statistics;
  private final LedgerStore ledgers;

  Summaries(Statistics statistics, LedgerStore ledgers) {
    this.statistics = statistics;
    this.ledgers = ledgers;
  }

  /** The item of a day's summary. */
  static Item item(LocalDate day) {
    return new Item(-day.toEpochDay(), Outbox.Kind.SUMMARY, "", day);
  }

  /** The days of a target whose summaries are due, at most 35 back. */
  static List<Item> due(Target target, LocalDate today) {
    LocalDate first = today.minusDays(35);
    LocalDate from = target.from().isAfter(first) ? target.from() : first;
    return from.isBefore(today) ? from.datesUntil(today).map(Summaries::item).toList() : List.of();
  }

  /** Passages of each enterprise on a day. */
  Map<String, StatisticsRow> passages(Target target, LocalDate day) {
    Map<String, StatisticsRow> counts = new TreeMap<>();
    statistics
        .query(new StatisticsQuery(List.of(Group.ENTERPRISE), day, day, target.division(), null))
        .forEach(row -> counts.put(row.values().get(0), row));
    return counts;
  }

  /** Rows of ledgers of a day. */
  List<LedgerRow> rows(Target target, LocalDate day) {
    List<LedgerRow> rows = new ArrayList<>();
    String cursor = null;
    do {
      Page<LedgerRow> page =
          ledgers.list(new LedgerQuery(null, null, target.division(), day, day, cursor, PAGE));
      rows.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return rows;
  }

  /** A day's summary as it stands now. */
  Report report(Target target, Item item) {
    ObjectNode body = json.createObjectNode();
    body.put("day", item.day().toString());
    body.put("division", (target.division() + "000000").substring(0, 6));
    Map<String, Long> ledgerRows = new TreeMap<>();
    rows(target, item.day()).forEach(row -> ledgerRows.merge(row.enterprise(), 1L, Long::sum));
    Map<String, StatisticsRow> passages = passages(target, item.day());
    ArrayNode enterprises = body.putArray("enterprises");
    TreeMap<String, Long> all = new TreeMap<>(ledgerRows);
    passages.keySet().forEach(enterprise -> all.putIfAbsent(enterprise, 0L));
    all.forEach(
        (enterprise, rows) -> {
          StatisticsRow row = passages.get(enterprise);
          ObjectNode one = enterprises.addObject().put("enterprise", enterprise);
          one.put("passages", row == null ? 0 : row.passages());
          one.put("trips", row == null ? 0 : row.trips());
          one.put("tonnes", row == null ? 0 : row.tonnes());
          one.put("ledgerRows", rows);
        });
    return new Report(
        Report.Kind.SUMMARY, null, "", body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
