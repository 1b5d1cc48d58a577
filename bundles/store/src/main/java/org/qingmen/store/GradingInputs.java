package org.qingmen.store;

import java.util.List;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.TripGroup;

/**
 * What the transport of an enterprise over a period amounts to.
 *
 * @param trips road trips
 * @param roadTonnes mass by road, tonnes
 * @param gatePassages gate passages received
 * @param masses mass by clean modes, from the dedicated-line ledger
 */
public record GradingInputs(
    List<TripGroup> trips, double roadTonnes, long gatePassages, List<MassGroup> masses) {

  public GradingInputs {
    trips = List.copyOf(trips);
    masses = List.copyOf(masses);
  }
}
