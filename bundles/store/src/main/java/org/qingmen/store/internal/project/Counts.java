package org.qingmen.store.internal.project;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Sums of one rollup row within a batch. */
final class Counts {

  private long passages;
  private long trips;
  private long grams;

  void add(long morePassages, long moreTrips, long moreGrams) {
    passages += morePassages;
    trips += moreTrips;
    grams += moreGrams;
  }

  long passages() {
    return passages;
  }

  long trips() {
    return trips;
  }

  long grams() {
    return grams;
  }

  /** Binds the three sums from parameter {@code first} on. */
  void bind(PreparedStatement statement, int first) throws SQLException {
    statement.setLong(first, passages);
    statement.setLong(first + 1, trips);
    statement.setLong(first + 2, grams);
  }
}
