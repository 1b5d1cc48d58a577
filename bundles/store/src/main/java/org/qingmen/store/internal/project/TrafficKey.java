package org.qingmen.store.internal.project;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * Key of the daily rollup; codes and dictionary numbers.
 *
 * @param day yyyymmdd in the record's own zone
 */
record TrafficKey(
    int enterprise,
    int day,
    String stage,
    int fuel,
    int nev,
    int type,
    int trailer,
    int usage,
    int cargo,
    int direction,
    int verdict) {

  /** Columns a stored passage's key is read from, in the order of {@link #read}. */
  static final String PASSAGE_COLUMNS =
      "enterprise, passed, zone, stage, fuel, nev, type_term, trailer_term, usage_code,"
          + " cargo_term, direction, verdict";

  static TrafficKey read(ResultSet row, int first) throws SQLException {
    return new TrafficKey(
        row.getInt(first),
        Days.of(row.getLong(first + 1), row.getInt(first + 2)),
        row.getString(first + 3),
        row.getInt(first + 4),
        row.getInt(first + 5),
        row.getInt(first + 6),
        row.getInt(first + 7),
        row.getInt(first + 8),
        row.getInt(first + 9),
        row.getInt(first + 10),
        row.getInt(first + 11));
  }

  void bind(PreparedStatement statement) throws SQLException {
    statement.setInt(1, enterprise);
    statement.setInt(2, day);
    statement.setString(3, stage);
    statement.setInt(4, fuel);
    statement.setInt(5, nev);
    statement.setInt(6, type);
    statement.setInt(7, trailer);
    statement.setInt(8, usage);
    statement.setInt(9, cargo);
    statement.setInt(10, direction);
    statement.setInt(11, verdict);
  }

  /** The coarser key of the monthly rollup. */
  MonthKey month(boolean heavy) {
    return new MonthKey(
        day / 100, enterprise, stage, fuel, heavy ? 1 : 0, nev, usage, direction, verdict);
  }

  /** The key without the enterprise, its place still open. */
  AreaKey area(boolean heavy) {
    return new AreaKey(null, day, stage, fuel, heavy ? 1 : 0, nev, usage, direction, verdict);
  }

  /** In the order of the primary key, so that pages of the table are written one after another. */
  static final Comparator<TrafficKey> ORDER =
      Comparator.comparingInt(TrafficKey::enterprise)
          .thenComparingInt(TrafficKey::day)
          .thenComparing(TrafficKey::stage)
          .thenComparingInt(TrafficKey::fuel);

  /** Key of the monthly rollup; month as yyyymm. */
  record MonthKey(
      int month,
      int enterprise,
      String stage,
      int fuel,
      int heavy,
      int nev,
      int usage,
      int direction,
      int verdict) {

    static final Comparator<MonthKey> ORDER =
        Comparator.comparingInt(MonthKey::month).thenComparingInt(MonthKey::enterprise);

    void bind(PreparedStatement statement) throws SQLException {
      statement.setInt(1, month);
      statement.setInt(2, enterprise);
      statement.setString(3, stage);
      statement.setInt(4, fuel);
      statement.setInt(5, heavy);
      statement.setInt(6, nev);
      statement.setInt(7, usage);
      statement.setInt(8, direction);
      statement.setInt(9, verdict);
    }
  }
}
