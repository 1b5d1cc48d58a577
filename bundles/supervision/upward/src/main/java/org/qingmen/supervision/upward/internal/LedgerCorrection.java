package org.qingmen.supervision.upward.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.qingmen.spi.report.Report;

/** A corrected row goes up as a correction; the platform above keeps the old one too. */
final class LedgerCorrection {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> ABOUT = Set.of("ledger", "corrects");
  private static final Set<String> KNOWN_BY = Set.of("enterprise", "serial");

  /** What a daily material is known by; the platform above lets nobody change it. */
  private static final Set<String> MATERIAL_KNOWN_BY = Set.of("date", "material");

  private LedgerCorrection() {}

  /** By {@code ledger-correction.schema.json}: the whole row, and null for what it has not. */
  static ObjectNode of(ObjectNode row, String ledger) {
    ObjectNode sent = JSON.createObjectNode().put("ledger", ledger);
    sent.set("enterprise", row.path("enterprise"));
    sent.set("serial", row.at("/corrects/serial"));
    sent.set("reason", row.at("/corrects/reason"));
    ObjectNode patch = row.deepCopy().remove(ABOUT);
    // A member that was taken out must go above, too; the row does not tell any more which.
    members(ledger)
        .fieldNames()
        .forEachRemaining(
            member -> {
              if (!patch.has(member)) {
                patch.putNull(member);
              }
            });
    patch.remove(KNOWN_BY);
    sent.set("patch", "materials".equals(ledger) ? patch.remove(MATERIAL_KNOWN_BY) : patch);
    return sent;
  }

  private static JsonNode members(String ledger) {
    String path = "/schemas/" + ledger + ".schema.json";
    try (InputStream schema = Report.class.getResourceAsStream(path)) {
      return JSON.readTree(schema).path("properties");
    } catch (IOException e) {
      throw new UncheckedIOException(path + " is damaged", e);
    }
  }
}
