package org.qingmen.api.internal.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.qingmen.api.internal.queries.Labels;
import org.qingmen.api.internal.queries.Plates;
import org.qingmen.intake.DecisionIds;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.StoredPassage;

/** A passage as JSON. */
final class PassageJson {

  private final Enterprises enterprises;

  PassageJson(Enterprises enterprises) {
    this.enterprises = enterprises;
  }

  /** Writes what the list shows of it; plate and VIN as this caller may see them. */
  void write(ObjectNode json, StoredPassage passage, boolean masked, Locale locale) {
    json.put("receipt", passage.receipt());
    json.put("enterprise", passage.enterprise());
    json.put(
        "enterpriseName",
        enterprises.find(passage.enterprise()).map(Enterprise::name).orElse(null));
    json.put("serial", passage.serial());
    json.put("barrier", passage.barrier());
    json.put("direction", passage.direction());
    json.put("time", passage.time().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    json.put("received", passage.received().toString());
    json.putObject("plate")
        .put("number", masked ? Plates.plate(passage.plate()) : passage.plate())
        .put("colour", passage.colour());
    json.put("vin", masked ? Plates.vin(passage.vin()) : passage.vin());
    json.put("stage", passage.stage());
    json.put("fuel", passage.fuel());
    json.put("newEnergy", passage.newEnergy());
    json.put("usage", passage.usage());
    json.put("vehicleType", passage.vehicleType());
    json.put("trailer", passage.trailer());
    json.put("cargo", passage.cargo());
    json.put("tonnes", passage.tonnes());
    json.put("verdict", passage.verdict());
    var findings = json.putArray("findings");
    passage.findings().forEach(findings::add);
    var texts = json.putArray("findingTexts");
    Labels.in(locale).findings(passage.findings()).forEach(texts::add);
    json.put("decision", DecisionIds.of(passage.position()));
    json.put("trip", passage.trip());
    json.put("offline", passage.offline());
  }
}
