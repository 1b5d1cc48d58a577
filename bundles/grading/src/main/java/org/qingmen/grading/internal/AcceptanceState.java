package org.qingmen.grading.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.qingmen.store.Registry;

/**
 * Result of the last acceptance of an enterprise's gate system (§6.6), as a grade's rules see it.
 */
final class AcceptanceState {

  private final Registry registry;

  AcceptanceState(Registry registry) {
    this.registry = registry;
  }

  /** The result that was decided by an instant, on a day; empty when there is none. */
  String at(String enterprise, LocalDate day, Instant at) {
    return registry.listAsOf("acceptance", enterprise, at).stream()
        .map(Json::read)
        .filter(body -> body.hasNonNull("decidedAt"))
        .max(Comparator.comparing((JsonNode body) -> body.path("decidedAt").asText()))
        .map(body -> on(body, day))
        .orElse("");
  }

  private static String on(JsonNode acceptance, LocalDate day) {
    String until = acceptance.path("to").asText("");
    boolean over = !until.isEmpty() && LocalDate.parse(until).isBefore(day);
    return over ? "expired" : acceptance.path("state").asText();
  }
}
