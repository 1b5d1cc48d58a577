package org.qingmen.supervision.control;

import java.time.LocalDate;
import java.util.List;

/** The traffic of an enterprise on normal days, against which caps and responses are measured. */
public interface Baselines {

  /**
   * Mean over the normal days before a day: days with records and without an alert episode in the
   * enterprise's division, the latest ones first, as many as the parameters of kind {@code
   * measures} say.
   *
   * @param before the first day that no longer counts
   * @return a baseline over no days when there is none
   */
  Baseline of(String enterprise, LocalDate before);

  /**
   * Means per day.
   *
   * @param trips trips of all vehicles
   * @param heavyTrips trips of heavy vehicles
   * @param days the days it rests on, ascending
   */
  record Baseline(double trips, double heavyTrips, List<LocalDate> days) {

    public Baseline {
      days = List.copyOf(days);
    }
  }
}
