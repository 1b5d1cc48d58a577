package org.qingmen.store;

import java.util.List;

/**
 * How much moved by clean modes. The modes are those of the dedicated-line ledger; whether new
 * energy counts as clean is for the grading packs to say, so its mass stands apart.
 *
 * @param values value of each group of the query, in its order
 * @param cleanTonnes mass by rail, water, pipeline, tube conveyor and belt gallery, tonnes
 * @param roadTonnes mass by road, tonnes
 * @param newEnergyTonnes of that, by new-energy vehicles, tonnes
 */
public record CleanShareRow(
    List<String> values, double cleanTonnes, double roadTonnes, double newEnergyTonnes) {

  public CleanShareRow {
    values = List.copyOf(values);
  }

  /** Clean mass of all mass, 0 to 1; null when nothing moved. */
  public Double share() {
    double all = cleanTonnes + roadTonnes;
    return all == 0 ? null : cleanTonnes / all;
  }

  /** The same with new energy counted as clean. */
  public Double shareWithNewEnergy() {
    double all = cleanTonnes + roadTonnes;
    return all == 0 ? null : (cleanTonnes + newEnergyTonnes) / all;
  }
}
