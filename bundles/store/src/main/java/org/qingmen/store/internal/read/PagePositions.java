package org.qingmen.store.internal.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.internal.db.Dialect;
import org.qingmen.store.internal.project.Codes;
import org.qingmen.store.internal.project.VerdictTerm;

/**
 * Finds the positions of a page's passages. Each way of asking reads along an index that is in the
 * order of the page, so that a page costs the same however many passages there are.
 */
final class PagePositions {

  private static final int FEW_ENTERPRISES = 50;
  private static final String OF_PASSAGE = "SELECT p.pos, p.passed FROM passage p";
  private static final String OF_FINDING =
      "SELECT f.pos, f.passed FROM finding f JOIN passage p ON p.pos = f.pos";

  private final Connection connection;
  private final Dialect dialect;
  private final PassageQuery query;
  private final int limit;
  private final FilterConditions filter;

  PagePositions(
      Connection connection,
      Dialect dialect,
      PassageQuery query,
      int limit,
      Industries industries) {
    this.connection = connection;
    this.dialect = dialect;
    this.query = query;
    this.limit = limit;
    this.filter = new FilterConditions(query.filter(), industries);
  }

  /** The positions, newest passage first. */
  List<Long> find() throws SQLException {
    List<Integer> enterprises = enterprises();
    if (enterprises != null && enterprises.isEmpty()) {
      return List.of();
    }
    boolean oneVehicle = query.plate() != null || query.vin() != null || filter.fewVehicles();
    String tag = query.finding() != null ? query.finding() : VerdictTerm.of(query.verdict());
    if (query.finding() != null || (tag != null && query.enterprise() == null && !oneVehicle)) {
      return tagged(tag, enterprises);
    }
    if (oneVehicle || enterprises == null || enterprises.size() > FEW_ENTERPRISES) {
      return inTime(enterprises, oneVehicle ? "" : hint());
    }
    return enterprises.size() == 1 ? inTime(enterprises, "") : perEnterprise(enterprises);
  }

  /** Numbers of the enterprises asked for; null for all. */
  private List<Integer> enterprises() throws SQLException {
    boolean everywhere = query.divisionPrefix() == null || query.divisionPrefix().isEmpty();
    if (query.enterprise() == null && everywhere && query.filter().industry() == null) {
      return null;
    }
    Where where =
        new Where()
            .and("code = ?", query.enterprise())
            .and("division LIKE ?", everywhere ? null : query.divisionPrefix() + "%");
    List<Integer> ids = new ArrayList<>();
    PassageReader.each(
        connection,
        "SELECT id, code FROM enterprise WHERE " + where,
        where,
        row -> {
          if (filter.ofIndustry(row.getString(2))) {
            ids.add(row.getInt(1));
          }
        });
    return ids;
  }

  private List<Long> tagged(String tag, List<Integer> enterprises) throws SQLException {
    Where where = conditions("f");
    where.and("f.code_term = (SELECT id FROM term WHERE name = ?)", tag);
    restrict(where, enterprises);
    return read(OF_FINDING + " WHERE " + where + order("f"), where);
  }

  private List<Long> inTime(List<Integer> enterprises, String hint) throws SQLException {
    Where where = conditions("p");
    restrict(where, enterprises);
    return read(OF_PASSAGE + hint + " WHERE " + where + order("p"), where);
  }

  /** The newest of each, merged: a few enterprises must not be looked for among all. */
  private List<Long> perEnterprise(List<Integer> enterprises) throws SQLException {
    Where where = conditions("p").and("p.enterprise = ?", 0);
    String one = "(" + OF_PASSAGE + " WHERE " + where + order("p") + ")";
    String all = String.join(" UNION ALL ", Collections.nCopies(enterprises.size(), one));
    Where values = new Where();
    for (Integer enterprise : enterprises) {
      values.append(conditions("p").and("p.enterprise = ?", enterprise));
    }
    return read(all + " ORDER BY 2 DESC, 1 DESC LIMIT " + limit, values);
  }

  private Where conditions(String order) {
    Where where =
        new Where()
            .and("p.plate = ?", query.plate())
            .and("p.vin = ?", query.vin())
            .and(order + ".passed >= ?", query.from() == null ? null : query.from().toEpochMilli())
            .and(order + ".passed < ?", query.to() == null ? null : query.to().toEpochMilli())
            .and("p.stage = ?", query.stage())
            .and("p.direction = ?", number(Codes.DIRECTION, query.direction()))
            .and("p.verdict = ?", number(Codes.VERDICT, query.verdict()));
    filter.add(where);
    return Cursor.after(where, query.cursor(), order + ".passed", order + ".pos");
  }

  private static void restrict(Where where, List<Integer> enterprises) {
    if (enterprises != null) {
      where.in("p.enterprise", enterprises);
    }
  }

  private String order(String table) {
    return " ORDER BY %s.passed DESC, %s.pos DESC LIMIT %d".formatted(table, table, limit);
  }

  /** MariaDB rather sorts everything than read along the index. */
  private String hint() {
    return dialect == Dialect.MARIADB ? " FORCE INDEX (passage_passed)" : "";
  }

  private List<Long> read(String sql, Where where) throws SQLException {
    List<Long> positions = new ArrayList<>();
    PassageReader.each(connection, sql, where, row -> positions.add(row.getLong(1)));
    return positions;
  }

  private static Integer number(Codes table, String code) {
    return code == null ? null : Integer.valueOf(table.number(code));
  }
}
