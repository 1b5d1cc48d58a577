package org.qingmen.store;

import java.util.List;

/**
 * One row of statistics.
 *
 * @param values value of each group of the query, in its order; days as {@code yyyy-MM-dd}, months
 *     as {@code yyyy-MM}, years as {@code yyyy}
 * @param passages gate passages
 * @param trips trips
 * @param tonnes mass moved by road, tonnes
 */
public record StatisticsRow(List<String> values, long passages, long trips, double tonnes) {

  public StatisticsRow {
    values = List.copyOf(values);
  }
}
