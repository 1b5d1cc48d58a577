package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;

/** Checks of {@code from} and {@code to} that a schema cannot make. */
final class Periods {

  private Periods() {}

  /** Refuses times that do not exist and a period that ends before it begins. */
  static void check(JsonNode node, String code) {
    for (String name : List.of("from", "to")) {
      if (!Json.timeOrNothing(node, name)) {
        throw Texts.invalid(
            code, List.of(Texts.fault("bad-time", "/" + name, Json.text(node, name))));
      }
    }
    Instant from = Json.time(node, "from");
    Instant to = Json.time(node, "to");
    if (from != null && to != null && !to.isAfter(from)) {
      throw Texts.invalid(code, List.of(Texts.fault("ends-before-it-begins", "/to")));
    }
  }

  /** Whether an instant lies in a period that may be open; its end is exclusive. */
  static boolean holds(Instant from, Instant to, Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }
}
