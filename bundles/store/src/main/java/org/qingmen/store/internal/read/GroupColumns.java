package org.qingmen.store.internal.read;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.internal.project.HeavyTypes;

/** Which columns of a rollup answer the groups asked for, and the statement that sums by them. */
final class GroupColumns {

  private static final int SUMS = 3;
  private static final String TRAFFIC = "SUM(passages) AS a, SUM(trips) AS b, SUM(grams) AS c";
  private static final String LEDGER = "COUNT(*) AS a, 0 AS b, SUM(grams) AS c";

  private final Slice slice;
  private final List<String> columns = new ArrayList<>();

  GroupColumns(List<Group> groups, Slice slice) {
    this.slice = slice;
    for (Group group : groups) {
      String column = column(group);
      if (!columns.contains(column)) {
        columns.add(column);
      }
    }
  }

  /** The statement; the days know a vehicle's type, whose name comes along last. */
  String select(Where where) {
    return select(TRAFFIC, slice.rollup().table(), where);
  }

  /** The same of the ledger's days; only groups of enterprises and time are asked of it. */
  String selectLedger(Where where) {
    return select(LEDGER, "ledger_day", where);
  }

  private String select(String sums, String table, Where where) {
    StringBuilder select = new StringBuilder("SELECT ").append(sums);
    for (int i = 0; i < columns.size(); i++) {
      select.append(", ").append(columns.get(i)).append(" AS g").append(i);
    }
    select.append(" FROM ").append(table).append(" WHERE ").append(where);
    if (!columns.isEmpty()) {
      select.append(" GROUP BY ").append(String.join(", ", columns));
    }
    int type = columns.indexOf("type_term");
    return type < 0
        ? select.toString()
        : "SELECT s.*, t.name FROM (" + select + ") s LEFT JOIN term t ON t.id = s.g" + type;
  }

  /** The stored value of a group in a row of the statement. */
  String value(ResultSet row, Group group) throws SQLException {
    String column = column(group);
    if ("type_term".equals(column)) {
      return HeavyTypes.heavy(row.getString(SUMS + columns.size() + 1)) ? "1" : "0";
    }
    return row.getString(SUMS + 1 + columns.indexOf(column));
  }

  private boolean areas() {
    return slice.rollup() == Rollup.AREAS;
  }

  private String column(Group group) {
    return switch (group) {
      case ENTERPRISE -> "enterprise";
      case INDUSTRY -> areas() ? "industry" : "enterprise";
      case DIVISION -> areas() ? "area" : "enterprise";
      case DAY -> "day_no";
      case MONTH -> slice.monthExpression();
      case YEAR -> slice.yearExpression();
      case STAGE -> "stage";
      case FUEL -> "fuel";
      case DIRECTION -> "direction";
      case VERDICT -> "verdict";
      case NEW_ENERGY -> "nev";
      case USAGE -> "usage_code";
      case HEAVY -> slice.rollup() == Rollup.DAYS ? "type_term" : "heavy";
    };
  }
}
