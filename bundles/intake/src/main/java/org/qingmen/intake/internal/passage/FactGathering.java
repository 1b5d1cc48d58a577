package org.qingmen.intake.internal.passage;

import java.time.Instant;
import java.util.List;
import org.qingmen.intake.internal.ledger.Weighbridge;
import org.qingmen.model.GatePassage;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.KnownUnit;
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
  private final HeavyCount heavy;
  private final Weighbridge weighbridge;

  FactGathering(
      InForce inForce,
      KnownUnits units,
      RecentTraffic traffic,
      HeavyCount heavy,
      Weighbridge weighbridge) {
    this.inForce = inForce;
    this.units = units;
    this.traffic = traffic;
    this.heavy = heavy;
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
    KnownUnit named =
        unit == null || unknownUnit ? null : units.unit(enterprise.id(), unit).orElse(null);
    return new PassageFacts(
        new Passage(passage, received),
        enterprise,
        inForce.listed(passage.plate(), vin, codes(unit, named), enterprise.division(), time),
        inForce.controls(enterprise, time),
        known,
        new Traffic(
            traffic.entered(passage),
            traffic.otherPlate(passage),
            weighbridge.netTonnes(passage).orElse(null),
            unknownUnit ? unit : null),
        named);
  }

  /** Whether the number of heavy vehicles admitted before decides this passage. */
  static boolean capped(PassageFacts facts) {
    return HeavyCount.concerns(facts.passage().record())
        && facts.controls().stream().anyMatch(Control::isCapped);
  }

  /** The facts with the number of heavy vehicles admitted before. */
  PassageFacts counted(PassageFacts facts) {
    Traffic before = facts.traffic();
    Instant time = facts.passage().record().time().toInstant();
    Traffic traffic =
        new Traffic(
            before.entryWithin7Days(),
            before.otherPlateOfVin(),
            before.weighedTonnes(),
            before.unknownUnit(),
            heavy.admitted(facts.enterprise().id(), time));
    return new PassageFacts(
        facts.passage(),
        facts.enterprise(),
        facts.listed(),
        facts.controls(),
        facts.known(),
        traffic,
        facts.unit());
  }

  private static List<String> codes(String unit, KnownUnit named) {
    if (named != null) {
      return named.codes();
    }
    return unit == null ? List.of() : List.of(unit);
  }
}
