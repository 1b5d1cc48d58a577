package org.qingmen.store.internal.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.TripGroup;
import org.qingmen.store.GradingInputs;

/** Adds up road traffic by what the rules tell apart. */
final class TrafficSums {

  private static final Comparator<TripGroup> ORDER =
      Comparator.comparing(TripGroup::stage)
          .thenComparing(TripGroup::fuel)
          .thenComparing(TripGroup::newEnergy)
          .thenComparing(TripGroup::usage)
          .thenComparing(g -> text(g.vehicleType()))
          .thenComparing(g -> text(g.trailer()))
          .thenComparing(g -> text(g.cargo()));

  private final Map<TripGroup, long[]> sums = new HashMap<>();
  private long passages;
  private long grams;

  /**
   * Adds to a group.
   *
   * @param group the group, with no trips and no tonnes
   */
  void add(TripGroup group, long trips, long moreGrams, long morePassages) {
    long[] sum = sums.computeIfAbsent(group, g -> new long[2]);
    sum[0] += trips;
    sum[1] += moreGrams;
    grams += moreGrams;
    passages += morePassages;
  }

  /** The result, in an order that does not depend on the way it was read. */
  GradingInputs with(List<MassGroup> masses) {
    List<TripGroup> trips = new ArrayList<>();
    sums.keySet().stream()
        .sorted(ORDER)
        .forEach(
            group -> {
              long[] sum = sums.get(group);
              if (sum[0] != 0 || sum[1] != 0) {
                trips.add(filled(group, sum[0], sum[1]));
              }
            });
    return new GradingInputs(trips, grams / GradingSums.GRAMS_PER_TONNE, passages, masses);
  }

  private static TripGroup filled(TripGroup g, long trips, long grams) {
    return new TripGroup(
        g.stage(),
        g.fuel(),
        g.newEnergy(),
        g.usage(),
        g.vehicleType(),
        g.trailer(),
        g.cargo(),
        trips,
        grams / GradingSums.GRAMS_PER_TONNE);
  }

  private static String text(String text) {
    return text == null ? "" : text;
  }
}
