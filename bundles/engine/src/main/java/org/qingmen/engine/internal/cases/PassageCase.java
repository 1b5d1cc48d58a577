package org.qingmen.engine.internal.cases;

import static org.qingmen.engine.internal.json.Nodes.list;
import static org.qingmen.engine.internal.json.Nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.qingmen.engine.internal.json.FactsReader;
import org.qingmen.engine.internal.json.PassageReader;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;

/** Facts of a passage from what a case gives; what it leaves out is ordinary. */
final class PassageCase {

  private static final List<String> VEHICLE =
      List.of(
          "type",
          "trailer",
          "vin",
          "engine",
          "registered",
          "fuel",
          "stage",
          "usage",
          "ratedTonnes",
          "disclosure");
  private static final String TIME = "2026-10-01T08:00:00+08:00";

  private PassageCase() {}

  static PassageFacts facts(JsonNode given) {
    String time = text(given, "time", TIME);
    Instant received = OffsetDateTime.parse(text(given, "received", time)).toInstant();
    return new PassageFacts(
        new Passage(PassageReader.read(record(given, time)), received),
        new Enterprise(
            "91130200700000001K001P",
            "示例企业",
            text(given, "division", "130200"),
            List.of("I15"),
            null),
        list(given, "listed", PassageCase::listed),
        list(given, "controls", FactsReader::control),
        FactsReader.known(given.path("known")),
        given.has("traffic") ? FactsReader.traffic(given.get("traffic")) : usual());
  }

  private static Traffic usual() {
    return new Traffic(true, null, null, null);
  }

  private static Listed listed(JsonNode json) {
    return new Listed(
        "L1",
        text(json, "matchedBy", "plate"),
        text(json, "reason"),
        text(json, "source", "市生态环境局"),
        Instant.EPOCH,
        null);
  }

  private static ObjectNode record(JsonNode given, String time) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("enterprise", "91130200700000001K001P").put("serial", "case").put("barrier", "A01");
    record.put("direction", text(given, "direction", "in")).put("time", time);
    boolean unread = given.has("plate") && given.get("plate").isNull();
    record
        .putObject("plate")
        .put("number", unread ? null : text(given, "plate", "冀B12345"))
        .put("colour", text(given, "colour", unread ? "unknown" : "yellow"));
    ObjectNode vehicle = record.putObject("vehicle");
    VEHICLE.stream().filter(given::has).forEach(name -> vehicle.set(name, given.get(name)));
    ObjectNode cargo = record.putObject("cargo");
    if (given.has("cargo")) {
      cargo.set("name", given.get("cargo"));
    }
    if (given.has("tonnes")) {
      cargo.set("tonnes", given.get("tonnes"));
    }
    record.put("barrierRaised", text(given, "barrierRaised", "automatic"));
    record.put("offline", given.path("offline").asBoolean(false));
    ObjectNode images = record.putObject("images");
    for (int i = 0; i < given.path("pictures").asInt(1); i++) {
      images.putObject("picture" + i).put("sha256", "0".repeat(64));
    }
    return record;
  }
}
