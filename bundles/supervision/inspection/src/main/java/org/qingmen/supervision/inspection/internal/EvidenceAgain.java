package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.qingmen.model.Coded;
import org.qingmen.model.Fuel;
import org.qingmen.model.PlateColour;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.EmissionStages;
import org.qingmen.supervision.stages.StageQuestion;

/** Determines stages again by the chain of evidence; what the enterprise states is no evidence. */
final class EvidenceAgain implements StageAgain {

  private final EmissionStages stages;

  EvidenceAgain(EmissionStages stages) {
    this.stages = stages;
  }

  @Override
  public Optional<Again> of(JsonNode record, String division) {
    JsonNode vehicle = record.path("vehicle");
    StageQuestion question =
        new StageQuestion(
            StageQuestion.Unit.ROAD,
            vehicle.path("vin").textValue(),
            vehicle.path("engine").textValue(),
            record.at("/plate/number").textValue(),
            Coded.of(PlateColour.class, record.at("/plate/colour").asText()).orElse(null),
            vehicle.path("type").textValue(),
            vehicle.path("model").textValue(),
            Coded.of(Fuel.class, vehicle.path("fuel").asText()).orElse(null),
            day(vehicle.path("registered").textValue()),
            null,
            null,
            null,
            null,
            null);
    try {
      Determination found = stages.determine(question, division);
      String basis = found.basis().isEmpty() ? "" : found.basis().get(0).text().zh();
      return Optional.of(new Again(found.stage().code(), basis));
    } catch (Refusal e) {
      return Optional.empty(); // no rules for stages here: the inspector says what he finds
    }
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null; // the check of the record's form names it
    }
  }
}
