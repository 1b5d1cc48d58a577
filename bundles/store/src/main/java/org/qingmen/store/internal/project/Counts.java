package org.qingmen.store.internal.project;

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
}
