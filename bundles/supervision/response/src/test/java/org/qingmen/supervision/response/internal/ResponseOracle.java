package org.qingmen.supervision.response.internal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The handbook's comparison, trip by trip: mean of the normal days, mean of the whole days of the
 * alert, forbidden trips, kilograms not emitted. Factors and tolerances are written out here once
 * more, so that a slip in the pack shows.
 */
final class ResponseOracle {

  private static final double KM = 100;

  final double normal;
  final double alert;
  final double normalHeavy;
  final double alertHeavy;
  final long forbidden;
  final long episodeTrips;
  final double nox;
  final String verdict;

  ResponseOracle(
      List<Trip> trips,
      List<LocalDate> normalDays,
      LocalDateTime from,
      LocalDateTime to,
      Integer cap,
      double offlineShare) {
    List<LocalDate> whole = new ArrayList<>();
    List<LocalDate> touched = new ArrayList<>();
    for (LocalDate d = from.toLocalDate(); d.atStartOfDay().isBefore(to); d = d.plusDays(1)) {
      touched.add(d);
      if (!d.atStartOfDay().isBefore(from) && !d.plusDays(1).atStartOfDay().isAfter(to)) {
        whole.add(d);
      }
    }
    List<LocalDate> compared = whole.isEmpty() ? touched : whole;
    normal = count(trips, normalDays, false) / Math.max(1.0, normalDays.size());
    alert = count(trips, compared, false) / (double) compared.size();
    normalHeavy = count(trips, normalDays, true) / Math.max(1.0, normalDays.size());
    alertHeavy = count(trips, compared, true) / (double) compared.size();
    List<Trip> within =
        trips.stream().filter(t -> !t.time().isBefore(from) && t.time().isBefore(to)).toList();
    episodeTrips = within.size();
    forbidden = within.stream().filter(Trip::denied).count();
    double grams = 0;
    for (Trip trip : trips) {
      double share = 0;
      share += normalDays.contains(trip.day()) ? compared.size() / (double) normalDays.size() : 0;
      share -= compared.contains(trip.day()) ? 1 : 0;
      grams += share * KM * factor(trip);
    }
    nox = grams / 1000;
    verdict = verdict(normalDays.size(), whole.size(), cap, offlineShare);
  }

  private String verdict(int days, int whole, Integer cap, double offline) {
    boolean blind = episodeTrips == 0 && normal > 0 && offline > 0.5;
    if (days < 3 || whole < 1 || blind) {
      return "cannot-be-judged";
    }
    boolean over = cap != null && alertHeavy > cap;
    boolean halfway = over && normalHeavy - alertHeavy >= (normalHeavy - cap) / 2;
    if (forbidden * 50 > episodeTrips || (over && !halfway)) {
      return "not-met";
    }
    return forbidden > 0 || offline > 0.05 || over ? "partly" : "met";
  }

  private static long count(List<Trip> trips, List<LocalDate> days, boolean heavyOnly) {
    return trips.stream().filter(t -> days.contains(t.day()) && (!heavyOnly || t.heavy())).count();
  }

  private static double factor(Trip trip) {
    if (trip.newEnergy()) {
      return 0;
    }
    boolean gas = trip.fuel().equals("natural-gas");
    return switch (trip.stage()) {
      case "4" -> gas ? 6.3 : 5.6;
      case "5" -> gas ? 4.5 : 4.7;
      default -> 0.5;
    };
  }
}
