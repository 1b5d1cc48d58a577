package org.qingmen.intake.internal.passage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.qingmen.intake.internal.ledger.Weighbridge;
import org.qingmen.model.Direction;
import org.qingmen.model.GatePassage;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.NamedUnit;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.InForce;
import org.qingmen.spi.intake.KnownUnits;

/** Gathers from memory everything a passage is decided from. */
final class FactGathering {

  private final InForce inForce;
  private final KnownUnits units;
  private final RecentTraffic traffic;
  private final HeavyCount heavy;
  private final Weighbridge weighbridge;
  private final Enterprises enterprises;

  FactGathering(
      InForce inForce,
      KnownUnits units,
      RecentTraffic traffic,
      HeavyCount heavy,
      Weighbridge weighbridge,
      Enterprises enterprises) {
    this.inForce = inForce;
    this.units = units;
    this.traffic = traffic;
    this.heavy = heavy;
    this.weighbridge = weighbridge;
    this.enterprises = enterprises;
  }

  /**
   * The facts of one passage.
   *
   * @param unit in-plant or machine code that the record names, may be null
   */
  PassageFacts gather(GatePassage passage, Enterprise enterprise, String unit, Instant received) {
    return gather(passage, enterprise, received, traffic(passage, enterprise, unit));
  }

  /** The facts of a passage whose traffic is known already. */
  PassageFacts gather(
      GatePassage passage, Enterprise enterprise, Instant received, Traffic seenBefore) {
    Instant time = passage.time().toInstant();
    String vin = passage.vehicle().vin() == null ? null : passage.vehicle().vin().value();
    return new PassageFacts(
        new Passage(passage, received),
        enterprise,
        inForce.listed(passage.plate(), vin, codes(seenBefore), enterprise.division(), time),
        inForce.controls(enterprise, time),
        units.vehicle(vin, passage.plate().number()).orElse(null),
        seenBefore);
  }

  /** Whether the number of heavy vehicles admitted before decides this passage. */
  static boolean capped(PassageFacts facts) {
    return HeavyCount.concerns(facts.passage().record())
        && facts.controls().stream().anyMatch(Control::isCapped);
  }

  /** The facts with the number of heavy vehicles admitted before. */
  PassageFacts counted(PassageFacts facts) {
    return counted(facts, heavy);
  }

  static PassageFacts counted(PassageFacts facts, HeavyCount heavy) {
    return new PassageFacts(
        facts.passage(),
        facts.enterprise(),
        facts.listed(),
        facts.controls(),
        facts.known(),
        facts.traffic().counting(heavy.before(facts.passage().record())),
        facts.corrects());
  }

  /** Codes of the unit that the record names, registered or not. */
  private static List<String> codes(Traffic traffic) {
    if (traffic.unit() != null) {
      return traffic.unit().codes();
    }
    return traffic.unknownUnit() == null ? List.of() : List.of(traffic.unknownUnit());
  }

  private Traffic traffic(GatePassage passage, Enterprise enterprise, String unit) {
    RecentTraffic.Sighting before = traffic.before(passage);
    boolean here = before != null && before.enterprise().equals(enterprise.id());
    boolean otherBarrier =
        here
            && before.barrier() != null
            && !before.barrier().equals(passage.barrier())
            && before.in() == (passage.direction() == Direction.IN);
    boolean elsewhere = before != null && !here;
    Long seconds =
        before == null
            ? null
            : Duration.between(before.time(), passage.time().toInstant()).getSeconds();
    NamedUnit named = unit == null ? null : units.unit(enterprise.id(), unit).orElse(null);
    boolean unknownUnit =
        unit != null && named == null && !units.unitRegistered(enterprise.id(), unit);
    return new Traffic(
        traffic.entered(passage),
        traffic.otherPlate(passage),
        weighbridge.netTonnes(passage).orElse(null),
        unknownUnit ? unit : null,
        traffic.insideSeconds(passage),
        otherBarrier ? before.barrier() : null,
        otherBarrier ? seconds : null,
        elsewhere ? division(before.enterprise()) : null,
        elsewhere ? seconds : null,
        named);
  }

  private String division(String enterprise) {
    return enterprises.find(enterprise).map(Enterprise::division).orElse(null);
  }
}
