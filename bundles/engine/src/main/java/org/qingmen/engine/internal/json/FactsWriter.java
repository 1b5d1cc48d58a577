package org.qingmen.engine.internal.json;

import java.util.List;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Correction;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.NamedUnit;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/** Writes the facts of a passage as canonical JSON. */
public final class FactsWriter {

  private FactsWriter() {}

  /**
   * The facts.
   *
   * @param passage the canonical native record of the passage
   */
  public static byte[] write(PassageFacts facts, byte[] passage, List<Finding> noted) {
    CanonicalWriter out = new CanonicalWriter(2048);
    out.open().key("controls").openArray();
    facts.controls().forEach(control -> control(out, control));
    out.closeArray();
    correction(out, facts.corrects());
    out.key("enterprise");
    enterprise(out, facts.enterprise());
    out.key("known");
    known(out, facts.known());
    out.key("listed").openArray();
    facts.listed().forEach(listed -> listed(out, listed));
    out.closeArray();
    if (!noted.isEmpty()) {
      out.key("noted").openArray();
      noted.forEach(finding -> finding(out, finding, null));
      out.closeArray();
    }
    out.key("passage").raw(passage);
    out.member("received", facts.passage().received());
    out.key("traffic");
    traffic(out, facts.traffic());
    return out.close().bytes();
  }

  /** A finding, with the rule that made it if any. */
  public static void finding(CanonicalWriter out, Finding finding, String rule) {
    finding(out, finding, rule, null);
  }

  /** A finding, with the rule that made it if any and the facts it names as its evidence. */
  public static void finding(
      CanonicalWriter out, Finding finding, String rule, List<String> evidence) {
    out.open().member("code", finding.code()).member("en", finding.message().en());
    if (evidence != null) {
      out.texts("evidence", evidence);
    }
    out.member("field", finding.field()).member("rule", rule);
    out.member("severity", finding.severity().code()).member("zh", finding.message().zh()).close();
  }

  /** An enterprise. */
  static void enterprise(CanonicalWriter out, Enterprise enterprise) {
    out.open().member("declaredGrade", enterprise.declaredGrade());
    out.member("division", enterprise.division()).member("id", enterprise.id());
    out.texts("industries", enterprise.industries());
    // What came later than the first documents is written only where it is something, so that
    // these can still be replayed byte for byte.
    out.member("livelihood", enterprise.livelihood() ? Boolean.TRUE : null);
    out.member("name", enterprise.name()).close();
  }

  private static void control(CanonicalWriter out, Control control) {
    out.open().member("alert", control.alert()).member("cap", control.cap());
    out.texts("exemptPlates", control.exemptPlates()).texts("exemptUsages", control.exemptUsages());
    out.member("id", control.id()).member("minimumStageDiesel", control.minimumStageDiesel());
    out.member("minimumStageGas", control.minimumStageGas());
    out.member("minimumStageGasoline", control.minimumStageGasoline());
    int nrmm = control.nrmmMinimumStage();
    out.member("nrmmMinimumStage", nrmm < 0 ? null : Integer.valueOf(nrmm));
    out.member("stopRoadTransport", control.stopRoadTransport()).member("title", control.title());
    out.member("unknownStage", control.unknownStage());
    out.member("vehicleClasses", control.vehicleClasses()).close();
  }

  private static void known(CanonicalWriter out, KnownVehicle known) {
    if (known == null) {
      out.value(null);
      return;
    }
    out.open().member("engine", known.engine()).member("fuel", known.fuel());
    out.member("plate", known.plate()).member("registered", known.registered());
    out.member("stage", known.stage()).member("vin", known.vin()).close();
  }

  private static void listed(CanonicalWriter out, Listed listed) {
    out.open().member("from", listed.from()).member("id", listed.id());
    out.member("matchedBy", listed.matchedBy()).member("reason", listed.reason());
    out.member("source", listed.source()).member("to", listed.to()).close();
  }

  private static void correction(CanonicalWriter out, Correction correction) {
    if (correction == null) {
      return; // Documents of gates never had this member.
    }
    out.key("corrects").open().member("accepted", correction.accepted());
    out.member("by", correction.by()).member("reason", correction.reason());
    out.member("receipt", correction.receipt());
    out.member("suspicion", correction.suspicion()).close();
  }

  private static void unit(CanonicalWriter out, NamedUnit unit) {
    if (unit == null) {
      return;
    }
    out.key("unit").open().member("code", unit.code()).member("kind", unit.kind());
    out.member("machineCode", unit.machineCode());
    out.member("registrationCode", unit.registrationCode());
    out.member("stage", unit.stage()).close();
  }

  private static void traffic(CanonicalWriter out, Traffic traffic) {
    if (traffic == null) {
      out.value(null);
      return;
    }
    out.open().member("elsewhereDivision", traffic.elsewhereDivision());
    out.member("elsewhereSeconds", traffic.elsewhereSeconds());
    out.member("entryWithin7Days", traffic.entryWithin7Days());
    out.member("heavyAdmittedToday", traffic.heavyAdmittedToday());
    out.member("insideSeconds", traffic.insideSeconds());
    out.member("otherBarrier", traffic.otherBarrier());
    out.member("otherBarrierSeconds", traffic.otherBarrierSeconds());
    out.member("otherPlateOfVin", traffic.otherPlateOfVin());
    unit(out, traffic.unit());
    out.member("unknownUnit", traffic.unknownUnit());
    out.member("weighedTonnes", traffic.weighedTonnes()).close();
  }
}
