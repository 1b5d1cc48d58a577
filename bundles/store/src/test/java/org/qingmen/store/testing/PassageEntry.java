package org.qingmen.store.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.qingmen.model.Receipt;
import org.qingmen.spi.journal.JournalEntry;

/**
 * Journal entries of passages, their decision documents written by hand to the published layout.
 */
public final class PassageEntry {

  public static final String CEMENT = "91130200700000001K001P";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode document = JSON.createObjectNode();
  private final ObjectNode record = JSON.createObjectNode();
  private final ObjectNode vehicle = record.putObject("vehicle");
  private final ArrayNode findings = document.putArray("findings");
  private String division = "130203";
  private Instant received;
  private String corrects;

  private PassageEntry(String serial) {
    record.put("serial", serial).put("enterprise", CEMENT).put("barrier", "A01");
    record.put("entrance", "A").put("offline", false);
    vehicle.put("type", "Q11").put("fuel", "diesel").put("stage", "5").put("usage", "freight");
    vehicle.put("vin", "LZZ1CLVB7AA000001");
    record.putObject("cargo").put("name", "铁矿石").put("tonnes", 33.5);
    plate("冀B12345", "yellow");
    document.put("kind", "passage").put("verdict", "allow").put("parameterDate", "2026-10-01");
    document.putArray("reasons").addObject().put("code", "skipped").putArray("deep").add("x");
    document.putArray("rules");
    document.putArray("packs").addObject().put("id", "cn.gate").put("hash", "ab");
    document.put("contentHash", "0123456789abcdef0123456789abcdef" + "f".repeat(32));
  }

  public static PassageEntry in(String serial, String time) {
    return new PassageEntry(serial).way("in", time);
  }

  public static PassageEntry out(String serial, String time) {
    PassageEntry entry = new PassageEntry(serial).way("out", time);
    entry.record.putObject("cargo");
    return entry;
  }

  public PassageEntry plate(String number, String colour) {
    record.putObject("plate").put("number", number).put("colour", colour);
    return this;
  }

  public PassageEntry enterprise(String code, String itsDivision) {
    record.put("enterprise", code);
    division = itsDivision;
    return this;
  }

  public PassageEntry vehicle(String stage, String fuel, String usage) {
    vehicle.put("stage", stage).put("fuel", fuel).put("usage", usage);
    return this;
  }

  /** GA/T 16.4 vehicle type, null for none. */
  public PassageEntry type(String type) {
    vehicle.put("type", type);
    return this;
  }

  public PassageEntry vin(String vin) {
    vehicle.put("vin", vin);
    return this;
  }

  public PassageEntry cargo(String name, double tonnes) {
    record.putObject("cargo").put("name", name).put("tonnes", tonnes);
    return this;
  }

  public PassageEntry verdict(String verdict) {
    document.put("verdict", verdict);
    return this;
  }

  public PassageEntry finding(String code) {
    findings.addObject().put("code", code).put("severity", "suspicious").put("field", "/x");
    return this;
  }

  public PassageEntry contentHash(String hash) {
    document.put("contentHash", hash);
    return this;
  }

  public PassageEntry receivedAt(String instant) {
    received = Instant.parse(instant);
    return this;
  }

  /** Makes it a correction of the record with this receipt. */
  public PassageEntry corrects(String receipt) {
    corrects = receipt;
    return this;
  }

  /** The receipt it will be found by. */
  public String receipt() {
    return Receipt.of(record.path("enterprise").asText(), record.path("serial").asText()).value();
  }

  /** The entry as the journal holds it. */
  public JournalEntry entry() {
    document.put("receipt", receipt());
    ObjectNode facts = document.putObject("facts");
    facts.putObject("enterprise").put("id", CEMENT).put("division", division);
    facts.putArray("listed");
    facts.set("passage", record);
    facts.putNull("known");
    if (corrects != null) {
      facts.putObject("corrects").put("by", "user:zhang").put("receipt", corrects);
    }
    Instant at =
        received != null
            ? received
            : OffsetDateTime.parse(record.path("time").asText()).toInstant().plusSeconds(2);
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    return new JournalEntry(JournalEntry.Kind.PASSAGE, at, "device:cam-1", new byte[] {1}, bytes);
  }

  private PassageEntry way(String direction, String time) {
    record.put("direction", direction).put("time", time + "+08:00");
    return this;
  }
}
