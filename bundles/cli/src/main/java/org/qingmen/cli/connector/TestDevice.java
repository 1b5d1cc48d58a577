package org.qingmen.cli.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.device.Mapping;
import org.qingmen.spi.device.Mapping.Mapped;

/** Maps a decoded capture for the device that an index describes. */
final class TestDevice {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TestDevice() {}

  /** The native record, or why there is none. */
  static JsonNode map(Mapping mapping, Decoded.Message message, String protocol, JsonNode device) {
    Mapped mapped = mapping.map(message, device(protocol, device));
    if (mapped instanceof Mapped.Passage passage) {
      return JSON.valueToTree(passage.record());
    }
    ObjectNode refused = JSON.createObjectNode();
    if (mapped instanceof Mapped.Nothing nothing) {
      refused.put("nothing", nothing.kind());
    } else if (mapped instanceof Mapped.Unmapped unmapped) {
      ArrayNode problems = refused.putArray("unmapped");
      unmapped.problems().forEach(problem -> problems.add(problem.code()));
    }
    return refused;
  }

  private static Device device(String protocol, JsonNode device) {
    List<Device.Lane> lanes = new ArrayList<>();
    for (JsonNode lane : device.path("lanes")) {
      lanes.add(
          new Device.Lane(
              lane.path("channel").asText("*"),
              lane.path("entrance").asText(null),
              lane.path("barrier").asText("A01"),
              lane.path("lane").asText(null),
              texts(lane.path("directions"))));
    }
    if (lanes.isEmpty()) {
      lanes.add(new Device.Lane("*", null, "A01", null, Map.of("*", "in")));
    }
    return new Device(
        "test-device",
        device.path("enterprise").asText("TEST"),
        protocol,
        device.path("maker").asText(null),
        null,
        List.of(),
        null,
        lanes,
        texts(device.path("settings")));
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new HashMap<>();
    object.properties().forEach(each -> texts.put(each.getKey(), each.getValue().asText()));
    return texts;
  }
}
