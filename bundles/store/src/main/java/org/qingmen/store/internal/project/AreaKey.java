package org.qingmen.store.internal.project;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;

/**
 * Key of the daily rollup without enterprises.
 *
 * @param day yyyymmdd in the record's own zone
 * @param heavy 1 for a heavy vehicle, else 0
 */
record AreaKey(
    Place place,
    int day,
    String stage,
    int fuel,
    int heavy,
    int nev,
    int usage,
    int direction,
    int verdict) {

  /** In the order of the primary key, so that pages of the table are written one after another. */
  static final Comparator<AreaKey> ORDER =
      Comparator.comparing(AreaKey::place, Place.ORDER)
          .thenComparingInt(AreaKey::day)
          .thenComparing(AreaKey::stage)
          .thenComparingInt(AreaKey::fuel);

  AreaKey at(Place other) {
    return new AreaKey(other, day, stage, fuel, heavy, nev, usage, direction, verdict);
  }

  void bind(PreparedStatement statement) throws SQLException {
    statement.setInt(1, place.digits());
    statement.setString(2, place.area());
    statement.setString(3, place.industry());
    statement.setInt(4, day);
    statement.setString(5, stage);
    statement.setInt(6, fuel);
    statement.setInt(7, heavy);
    statement.setInt(8, nev);
    statement.setInt(9, usage);
    statement.setInt(10, direction);
    statement.setInt(11, verdict);
  }
}
