package org.qingmen.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a gate says of itself: heartbeats, barriers raised by hand, faults and recoveries, in turn.
 * Without any of the options it is heartbeats only.
 */
final class GateSigns implements Player {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final Http http;
  private final Signer signer;
  private final URI address;
  private final String enterprise;
  private final String barrier;
  private final List<String> kinds;

  GateSigns(Options options) {
    this.http = new Http(options);
    this.signer = new Signer(options.need("--key-id"), options.need("--secret"));
    this.address =
        URI.create(options.text("--url", "http://127.0.0.1:8181")).resolve("/api/v1/gate-events");
    this.enterprise = options.need("--enterprise");
    this.barrier = options.text("--barrier", "A01");
    this.kinds = kinds(options);
  }

  private static List<String> kinds(Options options) {
    List<String> kinds = new ArrayList<>();
    boolean others = options.has("--raises") || options.has("--faults");
    if (options.has("--heartbeat") || !others) {
      kinds.add("heartbeat");
    }
    if (options.has("--raises")) {
      kinds.add("barrier-raised");
    }
    if (options.has("--faults")) {
      kinds.addAll(List.of("fault", "recovered"));
    }
    return kinds;
  }

  @Override
  public Receipt send(long index) throws IOException {
    String kind = kinds.get((int) ((index - 1) % kinds.size()));
    byte[] body = event(kind).toString().getBytes(StandardCharsets.UTF_8);
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
    JsonNode result = JSON.readTree(answer).path("results").path(0);
    String status = result.path("status").asText();
    if (!"accepted".equals(status) && !"noted".equals(status)) {
      throw new IOException(status + " " + result.path("errors"));
    }
    ObjectNode line = JSON.createObjectNode().put("kind", kind).put("status", status);
    return new Receipt(line.toString(), kind, 1);
  }

  private ObjectNode event(String kind) {
    String now =
        OffsetDateTime.now(CHINA)
            .truncatedTo(ChronoUnit.SECONDS)
            .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    ObjectNode event = JSON.createObjectNode();
    event.put("enterprise", enterprise).put("barrier", barrier).put("kind", kind).put("time", now);
    switch (kind) {
      case "heartbeat" -> event.put("clock", now);
      case "barrier-raised" -> event.put("operator", "模拟值班员").put("reason", "模拟手动抬杆");
      default -> event.put("fault", "camera");
    }
    return event;
  }
}
