package org.qingmen.engine.internal.json;

import static org.qingmen.engine.internal.json.Nodes.flag;
import static org.qingmen.engine.internal.json.Nodes.list;
import static org.qingmen.engine.internal.json.Nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.LedgerState;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.SpurPlan;
import org.qingmen.spi.facts.TripGroup;
import org.qingmen.spi.facts.UnitGroup;

/** Facts of a grade as canonical JSON. */
public final class GradingFactsJson {

  private GradingFactsJson() {}

  /** Writes them; {@code policy} is the one asked for, null when none was. */
  public static byte[] write(GradingFacts facts, String policy) {
    CanonicalWriter out = new CanonicalWriter(4096);
    out.open();
    // Left out when there is none: so were the facts of grades before there were branches.
    if (!facts.branch().isEmpty()) {
      out.member("branch", facts.branch());
    }
    out.key("enterprise");
    FactsWriter.enterprise(out, facts.enterprise());
    out.member("from", facts.from()).member("industry", facts.industry());
    out.key("ledgers").open();
    // Left out when there is none: so were the facts of grades before there were acceptances.
    if (!facts.ledgers().acceptance().isEmpty()) {
      out.member("acceptance", facts.ledgers().acceptance());
    }
    out.member("gatePassages", facts.ledgers().gatePassages());
    out.member("overdueLedgers", facts.ledgers().overdueLedgers()).close();
    out.key("masses").openArray();
    for (MassGroup mass : facts.masses()) {
      out.open().member("direction", mass.direction()).member("material", mass.material());
      out.member("mode", mass.mode()).member("tonnes", mass.tonnes()).close();
    }
    out.closeArray().member("policy", policy).member("roadTonnes", facts.roadTonnes());
    // Left out when there are none: so were the facts of grades before they were looked at.
    if (!facts.spurPlans().isEmpty()) {
      out.key("spurPlans").openArray();
      facts.spurPlans().forEach(plan -> spurPlan(out, plan));
      out.closeArray();
    }
    out.member("to", facts.to()).key("trips").openArray();
    facts.trips().forEach(trips -> trips(out, trips));
    out.closeArray().key("units").openArray();
    for (UnitGroup units : facts.units()) {
      out.open().member("fuel", units.fuel()).member("kind", units.kind());
      out.member("newEnergy", units.newEnergy()).member("stage", units.stage());
      out.member("units", units.units()).close();
    }
    return out.closeArray().close().bytes();
  }

  private static void trips(CanonicalWriter out, TripGroup trips) {
    out.open().member("cargo", trips.cargo()).member("fuel", trips.fuel());
    out.member("newEnergy", trips.newEnergy()).member("stage", trips.stage());
    out.member("tonnes", trips.tonnes()).member("trailer", trips.trailer());
    out.member("trips", trips.trips()).member("usage", trips.usage());
    out.member("vehicleType", trips.vehicleType()).close();
  }

  private static void spurPlan(CanonicalWriter out, SpurPlan plan) {
    out.open().member("from", plan.from()).member("number", plan.number());
    out.member("planned", plan.planned()).member("share", plan.share());
    out.member("until", plan.until()).close();
  }

  private static SpurPlan spurPlan(JsonNode json) {
    return new SpurPlan(
        text(json, "number"),
        LocalDate.parse(text(json, "planned")),
        json.path("share").asDouble(),
        LocalDate.parse(text(json, "from")),
        LocalDate.parse(text(json, "until")));
  }

  /** Reads them back. */
  public static GradingFacts read(JsonNode json) {
    JsonNode ledgers = json.path("ledgers");
    return new GradingFacts(
        FactsReader.enterprise(json.path("enterprise")),
        text(json, "industry"),
        json.path("branch").asText(""),
        LocalDate.parse(json.path("from").asText()),
        LocalDate.parse(json.path("to").asText()),
        list(json, "trips", GradingFactsJson::trips),
        list(json, "masses", GradingFactsJson::mass),
        json.path("roadTonnes").asDouble(),
        list(json, "units", GradingFactsJson::units),
        new LedgerState(
            ledgers.path("gatePassages").asLong(),
            ledgers.path("overdueLedgers").asInt(),
            ledgers.path("acceptance").asText("")),
        list(json, "spurPlans", GradingFactsJson::spurPlan));
  }

  private static TripGroup trips(JsonNode json) {
    return new TripGroup(
        text(json, "stage"),
        text(json, "fuel"),
        flag(json, "newEnergy"),
        text(json, "usage"),
        text(json, "vehicleType"),
        text(json, "trailer"),
        text(json, "cargo"),
        json.path("trips").asLong(),
        json.path("tonnes").asDouble());
  }

  private static MassGroup mass(JsonNode json) {
    return new MassGroup(
        text(json, "mode"),
        text(json, "material"),
        text(json, "direction"),
        json.path("tonnes").asDouble());
  }

  private static UnitGroup units(JsonNode json) {
    return new UnitGroup(
        text(json, "kind"),
        text(json, "stage"),
        text(json, "fuel"),
        flag(json, "newEnergy"),
        json.path("units").asLong());
  }
}
