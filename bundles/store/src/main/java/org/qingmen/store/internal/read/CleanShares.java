package org.qingmen.store.internal.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.store.CleanShareRow;
import org.qingmen.store.StatisticsRow;

/** Puts what went by road beside what went by clean modes. */
final class CleanShares {

  private static final int CLEAN = 0;
  private static final int ROAD = 1;
  private static final int NEW_ENERGY = 2;

  private CleanShares() {}

  /**
   * @param road rows whose last value says whether it is new energy
   * @param clean rows of the ledger
   */
  static List<CleanShareRow> rows(List<StatisticsRow> road, List<StatisticsRow> clean) {
    Map<List<String>, double[]> sums = new TreeMap<>(StatisticsSums::compare);
    for (StatisticsRow row : clean) {
      of(sums, row.values())[CLEAN] += row.tonnes();
    }
    for (StatisticsRow row : road) {
      int last = row.values().size() - 1;
      double[] sum = of(sums, row.values().subList(0, last));
      sum[ROAD] += row.tonnes();
      sum[NEW_ENERGY] += Boolean.parseBoolean(row.values().get(last)) ? row.tonnes() : 0;
    }
    List<CleanShareRow> rows = new ArrayList<>();
    sums.forEach(
        (key, sum) -> rows.add(new CleanShareRow(key, sum[CLEAN], sum[ROAD], sum[NEW_ENERGY])));
    return rows;
  }

  private static double[] of(Map<List<String>, double[]> sums, List<String> key) {
    return sums.computeIfAbsent(List.copyOf(key), k -> new double[3]);
  }
}
