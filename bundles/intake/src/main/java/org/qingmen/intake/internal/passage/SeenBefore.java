package org.qingmen.intake.internal.passage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.qingmen.intake.internal.ledger.Weighbridge;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Vin;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoredPassage;

/**
 * What the gates had seen before a record that is corrected later. What the correction does not
 * touch stays as it was known then; the rest is asked of the database, because memory holds the
 * latest only.
 */
final class SeenBefore {

  private static final int FEW = 20;

  private final PassageStore store;
  private final RecentTraffic traffic;
  private final Weighbridge weighbridge;

  SeenBefore(PassageStore store, RecentTraffic traffic, Weighbridge weighbridge) {
    this.store = store;
    this.traffic = traffic;
    this.weighbridge = weighbridge;
  }

  Traffic of(PassageFacts stored, GatePassage corrected) {
    GatePassage before = stored.passage().record();
    Traffic known = stored.traffic() == null ? Traffic.NONE : stored.traffic();
    boolean sameVin = same(before.vehicle().vin(), corrected.vehicle().vin());
    boolean samePlate = before.plate().equals(corrected.plate());
    boolean sameMovement =
        samePlate
            && before.direction() == corrected.direction()
            && before.time().equals(corrected.time());
    String otherPlate =
        sameVin && samePlate ? known.otherPlateOfVin() : traffic.otherPlate(corrected);
    Double weighed =
        samePlate ? known.weighedTonnes() : weighbridge.netTonnes(corrected).orElse(null);
    return sameMovement
        ? new Traffic(
            known.entryWithin7Days(),
            otherPlate,
            weighed,
            known.unknownUnit(),
            known.insideSeconds(),
            known.otherBarrier(),
            known.otherBarrierSeconds(),
            known.elsewhereDivision(),
            known.elsewhereSeconds(),
            known.unit())
        : moved(known, before, corrected, otherPlate, weighed);
  }

  private Traffic moved(
      Traffic known, GatePassage before, GatePassage corrected, String otherPlate, Double weighed) {
    if (!corrected.plate().read()) {
      return new Traffic(
          true,
          otherPlate,
          weighed,
          known.unknownUnit(),
          null,
          null,
          null,
          null,
          null,
          known.unit());
    }
    Instant time = corrected.time().toInstant();
    List<StoredPassage> earlier =
        store.list(window(corrected, time)).items().stream()
            .filter(one -> one.colour().equals(corrected.plate().colour().code()))
            .filter(one -> !one.serial().equals(before.serial()))
            .toList();
    boolean entered = earlier.stream().anyMatch(one -> "in".equals(one.direction()));
    Long inside =
        earlier.isEmpty() || !"in".equals(earlier.get(0).direction())
            ? null
            : Duration.between(earlier.get(0).time().toInstant(), time).getSeconds();
    return new Traffic(
        entered,
        otherPlate,
        weighed,
        known.unknownUnit(),
        inside,
        null,
        null,
        null,
        null,
        known.unit());
  }

  private static PassageQuery window(GatePassage corrected, Instant time) {
    return new PassageQuery(
        corrected.enterprise(),
        null,
        corrected.plate().number(),
        null,
        time.minus(RecentTraffic.WINDOW),
        time.plusMillis(1),
        null,
        null,
        null,
        null,
        null,
        FEW);
  }

  private static boolean same(Vin one, Vin other) {
    return one == null ? other == null : one.equals(other);
  }
}
