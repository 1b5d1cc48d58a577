package org.qingmen.supervision.response.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.Usage;
import org.qingmen.model.Vehicle;
import org.qingmen.store.EnterpriseDays.DayTraffic;

/**
 * Trips of some days, and their means per day. A day without traffic counts as a day.
 *
 * @param days the days
 * @param trips trips per day
 * @param heavyTrips trips of heavy vehicles per day
 * @param passages passages of all days together
 * @param kinds trips per day by kind of vehicle
 */
record DayMeans(
    List<LocalDate> days, double trips, double heavyTrips, long passages, Map<Kind, Double> kinds) {

  /** What emission factors tell apart. */
  record Kind(String stage, String fuel, boolean newEnergy) implements Comparable<Kind> {
    @Override
    public int compareTo(Kind other) {
      int byStage = stage.compareTo(other.stage);
      int byFuel = fuel.compareTo(other.fuel);
      return byStage != 0
          ? byStage
          : byFuel != 0 ? byFuel : Boolean.compare(newEnergy, other.newEnergy);
    }
  }

  static DayMeans of(Collection<LocalDate> days, List<DayTraffic> traffic) {
    Set<LocalDate> wanted = new HashSet<>(days);
    long trips = 0;
    long heavy = 0;
    long passages = 0;
    Map<Kind, Long> sums = new TreeMap<>();
    for (DayTraffic one : traffic) {
      if (wanted.contains(one.day())) {
        trips += one.trips();
        heavy += heavy(one.vehicleType()) ? one.trips() : 0;
        passages += one.passages();
        sums.merge(new Kind(one.stage(), one.fuel(), one.newEnergy()), one.trips(), Long::sum);
      }
    }
    double number = Math.max(1, wanted.size());
    Map<Kind, Double> kinds = new TreeMap<>();
    sums.forEach((kind, sum) -> kinds.put(kind, sum / number));
    return new DayMeans(List.copyOf(days), trips / number, heavy / number, passages, kinds);
  }

  /** Trips per day of a kind. */
  double of(Kind kind) {
    return kinds.getOrDefault(kind, 0.0);
  }

  /** Whether a vehicle type is a heavy one. */
  static boolean heavy(String vehicleType) {
    return new Vehicle(
            vehicleType,
            null,
            null,
            null,
            null,
            Fuel.UNKNOWN,
            EmissionStage.NONE,
            null,
            null,
            Usage.OTHER,
            null,
            null)
        .heavy();
  }
}
