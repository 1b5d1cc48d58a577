package org.qingmen.intake.internal.passage;

import java.time.Instant;
import org.qingmen.intake.internal.ledger.Weighbridge;
import org.qingmen.model.GatePassage;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.intake.InForce;
import org.qingmen.spi.intake.KnownUnits;

/** Gathers from memory everything a passage is decided from. */
final class FactGathering {

  private final InForce inForce;
  private final KnownUnits units;
  private final RecentTraffic traffic;
  private final Weighbridge weighbridge;

  FactGathering(InForce inForce, KnownUnits units, RecentTraffic traffic, Weighbridge weighbridge) {
    this.inForce = inForce;
    this.units = units;
    this.traffic = traffic;
    this.weighbridge = weighbridge;
  }

  /**
   * The facts of one passage.
   *
   * @param unit in-plant or machine code that the record names, may be null
   */
  PassageFacts gather(GatePassage passage, Enterprise enterprise, String unit, Instant received) {
    Instant time = passage.time().toInstant();
    String vin = passage.vehicle().vin() == null ? null : passage.vehicle().vin().value();
    KnownVehicle known = units.vehicle(vin, passage.plate().number()).orElse(null);
    boolean unknownUnit = unit != null && !units.unitRegistered(enterprise.id(), unit);
    return new PassageFacts(
        new Passage(passage, received),
        enterprise,
        inForce.listed(passage.plate(), vin, enterprise.division(), time),
        inForce.controls(enterprise, time),
        known,
        new Traffic(
            traffic.entered(passage),
            traffic.otherPlate(passage),
            weighbridge.netTonnes(passage).orElse(null),
            unknownUnit ? unit : null));
  }
}
