package org.qingmen.store.internal.read;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.StatisticsRow;
import org.qingmen.store.internal.project.Codes;
import org.qingmen.store.internal.project.Days;
import org.qingmen.store.internal.project.Place;

/** Adds up rows of several slices under the group values people read. */
final class StatisticsSums {

  private static final double GRAMS_PER_TONNE = 1_000_000;

  private final List<Group> groups;
  private final Map<Integer, EnterpriseEntry> enterprises;
  private final Map<String, List<String>> industries;
  private final Map<List<String>, long[]> sums = new HashMap<>();

  /** Reads the stored value of a group's column. */
  interface Values {
    String of(Group group) throws SQLException;
  }

  StatisticsSums(
      List<Group> groups,
      Map<Integer, EnterpriseEntry> enterprises,
      Map<String, List<String>> industries) {
    this.groups = groups;
    this.enterprises = enterprises;
    this.industries = industries;
  }

  /** Numbers of the enterprises counted. */
  List<Integer> enterprises() {
    return List.copyOf(enterprises.keySet());
  }

  List<Group> groups() {
    return groups;
  }

  /**
   * Adds a row.
   *
   * @param areas whether divisions and industries stand in it themselves, not their enterprise
   */
  void add(Values values, boolean areas, long passages, long trips, long grams)
      throws SQLException {
    List<List<String>> keys = List.of(List.of());
    for (Group group : groups) {
      boolean asStored = areas && (group == Group.DIVISION || group == Group.INDUSTRY);
      String stored = values.of(group);
      keys = extend(keys, asStored ? List.of(stored) : readable(group, stored));
    }
    for (List<String> key : keys) {
      long[] sum = sums.computeIfAbsent(key, k -> new long[3]);
      sum[0] += passages;
      sum[1] += trips;
      sum[2] += grams;
    }
  }

  List<StatisticsRow> rows() {
    Map<List<String>, long[]> sorted = new TreeMap<>(StatisticsSums::compare);
    sorted.putAll(sums);
    List<StatisticsRow> rows = new ArrayList<>();
    sorted.forEach(
        (key, sum) -> rows.add(new StatisticsRow(key, sum[0], sum[1], sum[2] / GRAMS_PER_TONNE)));
    return rows;
  }

  private List<String> readable(Group group, String stored) {
    return switch (group) {
      case ENTERPRISE -> List.of(enterprise(stored).code());
      case DIVISION -> List.of(enterprise(stored).division());
      case INDUSTRY ->
          industries.getOrDefault(enterprise(stored).code(), List.of(Place.NO_INDUSTRY));
      case DAY -> List.of(Days.day(Integer.parseInt(stored)).toString());
      case MONTH -> List.of(stored.substring(0, 4) + "-" + stored.substring(4, 6));
      case STAGE -> List.of(stored);
      case FUEL -> List.of(Codes.FUEL.code(Integer.parseInt(stored)));
      case DIRECTION -> List.of(Codes.DIRECTION.code(Integer.parseInt(stored)));
      case VERDICT -> List.of(Codes.VERDICT.code(Integer.parseInt(stored)));
      case USAGE -> List.of(Codes.USAGE.code(Integer.parseInt(stored)));
      case YEAR -> List.of(stored.substring(0, 4));
      case HEAVY, NEW_ENERGY -> List.of(Boolean.toString("1".equals(stored)));
    };
  }

  private EnterpriseEntry enterprise(String stored) {
    return enterprises.get(Integer.valueOf(stored));
  }

  static List<List<String>> extend(List<List<String>> keys, List<String> values) {
    List<List<String>> longer = new ArrayList<>();
    for (List<String> key : keys) {
      for (String value : values) {
        List<String> next = new ArrayList<>(key);
        next.add(value);
        longer.add(next);
      }
    }
    return longer;
  }

  static int compare(List<String> a, List<String> b) {
    Comparator<String> order = Comparator.naturalOrder();
    for (int i = 0; i < a.size(); i++) {
      int result = order.compare(a.get(i), b.get(i));
      if (result != 0) {
        return result;
      }
    }
    return 0;
  }
}
