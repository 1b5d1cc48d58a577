package org.qingmen.grading.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.qingmen.spi.facts.SpurPlan;
import org.qingmen.store.Document;
import org.qingmen.store.Registry;

/** Waivers for planned rail spurs (§6.4), as a grade's rules see them. */
final class SpurPlans {

  private final Registry registry;

  SpurPlans(Registry registry) {
    this.registry = registry;
  }

  /** Those recorded at an instant that are in force on a day, by their numbers. */
  List<SpurPlan> at(String enterprise, LocalDate day, Instant at) {
    return registry.listAsOf("spur-plan", enterprise, at).stream()
        .map(document -> plan(document, day))
        .filter(plan -> !plan.from().isAfter(day) && !plan.until().isBefore(day))
        .sorted(Comparator.comparing(SpurPlan::number))
        .toList();
  }

  /** One that names no first day is looked at as of the day itself. */
  private static SpurPlan plan(Document document, LocalDate day) {
    JsonNode body = Json.read(document);
    String from = Json.text(body, "validFrom");
    String number = Json.text(body, "number");
    return new SpurPlan(
        number == null ? document.id().replaceFirst("^.*/", "") : number,
        LocalDate.parse(body.path("plannedDate").asText()),
        body.path("ratio").asDouble(),
        from == null ? day : LocalDate.parse(from),
        LocalDate.parse(body.path("validUntil").asText()));
  }
}
