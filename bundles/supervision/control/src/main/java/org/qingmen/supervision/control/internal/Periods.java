package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.qingmen.store.StoredJson;

/** Checks of {@code from} and {@code to} that a schema cannot make. */
final class Periods {

  private Periods() {}

  /** Refuses times that do not exist and a period that ends before it begins. */
  static void check(JsonNode node, String code) {
    for (String name : List.of("from", "to")) {
      if (!timeOrNothing(node, name)) {
        throw Texts.invalid(
            code, List.of(Texts.fault("bad-time", "/" + name, StoredJson.text(node, name))));
      }
    }
    Instant from = StoredJson.time(node, "from");
    Instant to = StoredJson.time(node, "to");
    if (from != null && to != null && !to.isAfter(from)) {
      throw Texts.invalid(code, List.of(Texts.fault("ends-before-it-begins", "/to")));
    }
  }

  private static boolean timeOrNothing(JsonNode node, String name) {
    try {
      StoredJson.time(node, name);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** Whether an instant lies in a period that may be open; its end is exclusive. */
  static boolean holds(Instant from, Instant to, Instant at) {
    return !at.isBefore(from) && (to == null || at.isBefore(to));
  }
}
