package org.qingmen.supervision.ledgers.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reading of stored rows and documents. */
final class LedgerJson {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final double KILOGRAMS_PER_TONNE = 1000;

  private LedgerJson() {}

  static JsonNode read(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("stored JSON is damaged: " + body, e);
    }
  }

  /** The text of a member, null when it is absent. */
  static String text(JsonNode row, String name) {
    return row.hasNonNull(name) ? row.get(name).asText() : null;
  }

  /** A mass in tonnes by the row's unit, null when it is absent. */
  static Double tonnes(JsonNode row, String name) {
    if (!row.path(name).isNumber()) {
      return null;
    }
    double value = row.get(name).asDouble();
    return "kg".equals(row.path("unit").asText()) ? value / KILOGRAMS_PER_TONNE : value;
  }

  static Instant time(JsonNode row) {
    return OffsetDateTime.parse(row.path("time").asText()).toInstant();
  }
}
