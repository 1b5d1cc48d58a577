package org.qingmen.engine.internal.json;

import static org.qingmen.engine.internal.json.Nodes.flag;
import static org.qingmen.engine.internal.json.Nodes.list;
import static org.qingmen.engine.internal.json.Nodes.number;
import static org.qingmen.engine.internal.json.Nodes.text;
import static org.qingmen.engine.internal.json.Nodes.whole;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.qingmen.model.Coded;
import org.qingmen.model.Severity;
import org.qingmen.model.Text;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Correction;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.NamedUnit;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/** Reads facts back from a decision document, or from a case that leaves most of it out. */
public final class FactsReader {

  private FactsReader() {}

  /** The facts of a passage. */
  public static PassageFacts passage(JsonNode json) {
    return new PassageFacts(
        new Passage(PassageReader.read(json.path("passage")), instant(json, "received")),
        enterprise(json.path("enterprise")),
        list(json, "listed", FactsReader::listed),
        list(json, "controls", FactsReader::control),
        known(json.path("known")),
        traffic(json.path("traffic")),
        correction(json.path("corrects")));
  }

  /** Findings made before the rules. */
  public static List<Finding> noted(JsonNode json) {
    return list(
        json,
        "noted",
        item ->
            new Finding(
                text(item, "code"),
                Coded.of(Severity.class, text(item, "severity"))
                    .orElseThrow(IllegalArgumentException::new),
                text(item, "field"),
                new Text(text(item, "zh"), text(item, "en"))));
  }

  /** An enterprise. */
  static Enterprise enterprise(JsonNode json) {
    return new Enterprise(
        text(json, "id"),
        text(json, "name"),
        text(json, "division"),
        list(json, "industries", JsonNode::asText),
        text(json, "declaredGrade"),
        flag(json, "livelihood"));
  }

  /** A policy. */
  public static Control control(JsonNode json) {
    return new Control(
        text(json, "id", "policy"),
        text(json, "title"),
        text(json, "alert"),
        flag(json, "stopRoadTransport"),
        whole(json, "minimumStageDiesel", -1),
        whole(json, "minimumStageGas", -1),
        whole(json, "minimumStageGasoline", -1),
        text(json, "vehicleClasses", "heavy"),
        list(json, "exemptUsages", JsonNode::asText),
        list(json, "exemptPlates", JsonNode::asText),
        text(json, "unknownStage"),
        json.hasNonNull("cap") ? Integer.valueOf(whole(json, "cap", -1)) : null,
        whole(json, "nrmmMinimumStage", -1));
  }

  /** An entry of the violator list. */
  public static Listed listed(JsonNode json) {
    return new Listed(
        text(json, "id"),
        text(json, "matchedBy"),
        text(json, "reason"),
        text(json, "source"),
        instant(json, "from"),
        instant(json, "to"));
  }

  /** What the registry holds. */
  public static KnownVehicle known(JsonNode json) {
    if (!json.isObject()) {
      return null;
    }
    return new KnownVehicle(
        text(json, "vin"),
        text(json, "plate"),
        text(json, "engine"),
        text(json, "stage"),
        text(json, "fuel"),
        text(json, "registered"));
  }

  /** What the gate saw before. */
  public static Traffic traffic(JsonNode json) {
    if (!json.isObject()) {
      return null;
    }
    return new Traffic(
        flag(json, "entryWithin7Days"),
        text(json, "otherPlateOfVin"),
        number(json, "weighedTonnes"),
        text(json, "unknownUnit"),
        seconds(json, "insideSeconds"),
        text(json, "otherBarrier"),
        seconds(json, "otherBarrierSeconds"),
        text(json, "elsewhereDivision"),
        seconds(json, "elsewhereSeconds"),
        unit(json.path("unit")),
        json.hasNonNull("heavyAdmittedToday")
            ? Integer.valueOf(whole(json, "heavyAdmittedToday", 0))
            : null);
  }

  private static Long seconds(JsonNode json, String name) {
    return json.hasNonNull(name) ? json.get(name).asLong() : null;
  }

  private static NamedUnit unit(JsonNode json) {
    if (!json.isObject()) {
      return null;
    }
    return new NamedUnit(
        text(json, "code"),
        text(json, "kind"),
        text(json, "registrationCode"),
        text(json, "machineCode"),
        text(json, "stage"));
  }

  private static Correction correction(JsonNode json) {
    if (!json.isObject()) {
      return null;
    }
    return new Correction(
        text(json, "receipt"),
        text(json, "reason"),
        text(json, "by"),
        text(json, "accepted"),
        text(json, "suspicion"));
  }

  private static Instant instant(JsonNode json, String name) {
    String value = text(json, name);
    return value == null ? null : Instant.parse(value);
  }
}
