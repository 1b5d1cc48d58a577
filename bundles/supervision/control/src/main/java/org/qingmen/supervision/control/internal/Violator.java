package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.model.Division;
import org.qingmen.spi.facts.Listed;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;

/**
 * An entry of the violator list in memory.
 *
 * @param document as stored
 * @param listVersion version of the list that it came with
 * @param removed whether it was taken off the list
 * @param plateKey number and colour of the plate, null when it names none
 * @param vin VIN, null when it names none
 * @param machine code of a machine, null when it names none
 */
record Violator(
    Document document,
    long listVersion,
    boolean removed,
    String plateKey,
    String vin,
    String machine,
    Division division,
    String reason,
    String source,
    Instant from,
    Instant to)
    implements Versioned {

  static Violator read(Document document) {
    JsonNode body = StoredJson.body(document);
    JsonNode plate = body.path("plate");
    return new Violator(
        document,
        body.path("listVersion").asLong(),
        body.path("removed").asBoolean(),
        plate.isObject()
            ? plateKey(plate.path("number").asText(), plate.path("colour").asText())
            : null,
        StoredJson.text(body, "vin"),
        StoredJson.text(body, "machine"),
        new Division(body.path("division").asText("000000")),
        StoredJson.text(body, "reason"),
        StoredJson.text(body, "source"),
        StoredJson.time(body, "from"),
        StoredJson.time(body, "to"));
  }

  static String plateKey(String number, String colour) {
    return number + "|" + colour;
  }

  static String machineKey(String code) {
    return "machine " + code;
  }

  /** Keys under which a vehicle finds it. */
  List<String> keys() {
    List<String> keys = new ArrayList<>(2);
    if (!removed && plateKey != null) {
      keys.add(plateKey);
    }
    if (!removed && vin != null) {
      keys.add(vin);
    }
    if (!removed && machine != null) {
      keys.add(machineKey(machine));
    }
    return keys;
  }

  boolean binds(Division gate, Instant at) {
    return division.contains(gate) && Periods.holds(from, to, at);
  }

  /** Whether two entries hold at the same time for gates of a common territory. */
  boolean overlaps(Violator other) {
    boolean related = division.contains(other.division) || other.division.contains(division);
    boolean apart = ends(to, other.from) || ends(other.to, from);
    return related && !apart;
  }

  /** Where the entry names its vehicle. */
  String pointer() {
    return plateKey != null ? "/plate" : vin != null ? "/vin" : "/machine";
  }

  private static boolean ends(Instant end, Instant begin) {
    return end != null && begin != null && !begin.isBefore(end);
  }

  Listed asListed(String matchedBy) {
    return new Listed(document.id(), matchedBy, reason, source, from, to);
  }
}
