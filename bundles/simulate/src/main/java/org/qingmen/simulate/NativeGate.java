package org.qingmen.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** A gate that speaks the native profile and signs its requests. */
final class NativeGate implements Player {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Http http;
  private final Fleet fleet;
  private final Signer signer;
  private final URI address;
  private final String enterprise;
  private final String barrier;
  private final String prefix;
  private final int batch;

  NativeGate(Options options) {
    this.http = new Http(options);
    this.fleet = new Fleet(options);
    this.signer = new Signer(options.need("--key-id"), options.need("--secret"));
    this.address =
        URI.create(options.text("--url", "http://127.0.0.1:8181")).resolve("/api/v1/passages");
    this.enterprise = options.need("--enterprise");
    this.barrier = options.text("--barrier", "A01");
    this.prefix = options.text("--serial", "SIM");
    this.batch = (int) Math.max(1, options.number("--batch", 1));
  }

  @Override
  public Receipt send(long index) throws IOException {
    byte[] body = body(index).toString().getBytes(StandardCharsets.UTF_8);
    String answer =
        http.post(
            address,
            body,
            () ->
                Map.of(
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    signer.authorization("POST", address, body)));
    return receipt(JSON.readTree(answer).path("results"));
  }

  private JsonNode body(long index) {
    if (batch == 1) {
      return passage(index);
    }
    ArrayNode records = JSON.createArrayNode();
    for (int i = 0; i < batch; i++) {
      records.add(passage((index - 1) * batch + i + 1));
    }
    return records;
  }

  private ObjectNode passage(long index) {
    Fleet.Vehicle vehicle = fleet.vehicle(index);
    ObjectNode passage = JSON.createObjectNode();
    passage.put("enterprise", enterprise);
    passage.put("serial", prefix + "-" + String.format("%08d", index));
    passage.put("barrier", barrier);
    passage.put("direction", vehicle.entering() ? "in" : "out");
    passage.put("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(vehicle.time()));
    passage
        .putObject("plate")
        .put("number", vehicle.plate())
        .put("colour", vehicle.electric() ? "yellow-green" : "yellow");
    passage
        .putObject("vehicle")
        .put("type", "Q11")
        .put("fuel", vehicle.electric() ? "electric" : "diesel")
        .put("stage", vehicle.stage())
        .put("usage", "freight");
    passage.putObject("cargo").put("name", "铁矿石").put("tonnes", 20 + index % 15);
    return passage;
  }

  private Receipt receipt(JsonNode results) throws IOException {
    StringBuilder lines = new StringBuilder();
    StringBuilder receipts = new StringBuilder();
    for (JsonNode result : results) {
      String status = result.path("status").asText();
      if (!"accepted".equals(status) && !"duplicate".equals(status)) {
        throw new IOException(status + " " + result.path("errors"));
      }
      ObjectNode line = JSON.createObjectNode();
      line.set("serial", result.path("serial"));
      line.set("receipt", result.path("receipt"));
      line.put("status", status);
      line.set("verdict", result.path("decision").path("verdict"));
      lines.append(lines.length() == 0 ? "" : "\n").append(line);
      receipts.append(result.path("receipt").asText()).append(' ');
    }
    if (results.size() != batch) {
      throw new IOException("asked for " + batch + " results, got " + results.size());
    }
    return new Receipt(lines.toString(), receipts.toString(), batch);
  }
}
