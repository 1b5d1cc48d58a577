package org.qingmen.supervision.ledgers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qingmen.store.EnterpriseDays;
import org.qingmen.store.EnterpriseDays.DayMass;
import org.qingmen.store.LedgerRow;
import org.qingmen.supervision.ledgers.StockDay;

/** Puts the daily ledger of materials beside what dedicated lines, gates and scales saw come in. */
final class Stock {

  /** How far before the first day the closing stock before it is looked for. */
  private static final int DAYS_BEFORE = 31;

  private record Key(LocalDate day, String material) {}

  private final Map<String, TreeMap<LocalDate, JsonNode>> entered = new HashMap<>();
  private final Map<Key, double[]> came = new HashMap<>();

  private Stock() {}

  /** Stock by day, then material. */
  static List<StockDay> of(EnterpriseDays days, String enterprise, LocalDate from, LocalDate to) {
    Stock stock = new Stock();
    for (LedgerRow row : days.rows("materials", enterprise, from.minusDays(DAYS_BEFORE), to)) {
      JsonNode body = LedgerJson.read(row.body());
      // The first row of a day stands; what was handed in again is beside it in the ledger.
      stock
          .entered
          .computeIfAbsent(body.path("material").asText(), m -> new TreeMap<>())
          .putIfAbsent(row.day(), body);
    }
    for (DayMass mass : days.masses(enterprise, from, to)) {
      if ("in".equals(mass.direction()) && mass.goods() != null) {
        stock.add(mass.day(), mass.goods(), "road".equals(mass.mode()) ? 1 : 0, mass.tonnes());
      }
    }
    for (LedgerRow row : days.rows("weigh-ticket", enterprise, from, to)) {
      JsonNode body = LedgerJson.read(row.body());
      Double net = LedgerJson.tonnes(body, "net");
      if (net != null && body.hasNonNull("material")) {
        stock.add(row.day(), body.get("material").asText(), 2, net);
      }
    }
    return stock.between(from, to);
  }

  private void add(LocalDate day, String material, int way, double tonnes) {
    came.computeIfAbsent(new Key(day, material), k -> new double[3])[way] += tonnes;
  }

  private List<StockDay> between(LocalDate from, LocalDate to) {
    Set<Key> keys = new TreeSet<>(Comparator.comparing(Key::day).thenComparing(Key::material));
    entered.forEach(
        (material, rows) ->
            rows.subMap(from, true, to, true)
                .keySet()
                .forEach(d -> keys.add(new Key(d, material))));
    // Products that leave are weighed too: without a gate or line that saw it come in, a ticket
    // alone is no reason to ask for a row.
    came.forEach(
        (key, ways) -> {
          if (ways[0] + ways[1] > 0) {
            keys.add(key);
          }
        });
    List<StockDay> stock = new ArrayList<>();
    keys.forEach(key -> stock.add(day(key)));
    return stock;
  }

  private StockDay day(Key key) {
    TreeMap<LocalDate, JsonNode> rows = entered.getOrDefault(key.material(), new TreeMap<>());
    JsonNode row = rows.get(key.day());
    Map.Entry<LocalDate, JsonNode> before = rows.lowerEntry(key.day());
    double[] ways = came.getOrDefault(key, new double[3]);
    return new StockDay(
        key.day(),
        key.material(),
        row != null,
        tonnes(row, "opening"),
        tonnes(row, "in"),
        tonnes(row, "consumed"),
        tonnes(row, "closing"),
        before == null ? null : tonnes(before.getValue(), "closing"),
        before == null ? null : before.getKey(),
        ways[0],
        ways[1],
        ways[2]);
  }

  private static Double tonnes(JsonNode row, String name) {
    return row == null ? null : LedgerJson.tonnes(row, name);
  }
}
