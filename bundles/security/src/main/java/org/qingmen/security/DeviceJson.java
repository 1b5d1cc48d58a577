package org.qingmen.security;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.device.Device;

/**
 * A device as JSON, as {@code device.schema.json} describes it. Reads what fits the schema; members
 * left out get their defaults: any channel, no addresses, no settings, maker {@code generic}.
 */
public final class DeviceJson {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DeviceJson() {}

  /**
   * Reads a device.
   *
   * @throws IllegalArgumentException when it is no JSON
   */
  public static Device read(String json) {
    try {
      return read(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("a device is a JSON object", e);
    }
  }

  /** Reads a device. */
  public static Device read(JsonNode json) {
    List<String> addresses = new ArrayList<>();
    json.path("addresses").forEach(address -> addresses.add(address.asText()));
    List<Device.Lane> lanes = new ArrayList<>();
    json.path("lanes").forEach(lane -> lanes.add(lane(lane)));
    return new Device(
        text(json, "id", ""),
        text(json, "enterprise", ""),
        text(json, "protocol", ""),
        text(json, "maker", "generic"),
        text(json, "serial", null),
        addresses,
        text(json, "path", null),
        lanes,
        texts(json.path("settings")));
  }

  /** Writes a device; it holds no secret. */
  public static ObjectNode write(Device device) {
    ObjectNode json = JSON.createObjectNode();
    json.put("id", device.id());
    json.put("enterprise", device.enterprise());
    json.put("protocol", device.protocol());
    json.put("maker", device.maker());
    json.put("serial", device.serial());
    device.addresses().forEach(json.withArray("/addresses")::add);
    json.put("path", device.path());
    device.lanes().forEach(lane -> write(lane, json.withArray("/lanes").addObject()));
    device.settings().forEach(json.withObject("/settings")::put);
    return json;
  }

  private static Device.Lane lane(JsonNode lane) {
    return new Device.Lane(
        text(lane, "channel", "*"),
        text(lane, "entrance", null),
        text(lane, "barrier", ""),
        text(lane, "lane", null),
        texts(lane.path("directions")));
  }

  private static void write(Device.Lane lane, ObjectNode json) {
    json.put("channel", lane.channel());
    json.put("entrance", lane.entrance());
    json.put("barrier", lane.barrier());
    json.put("lane", lane.lane());
    lane.directions().forEach(json.withObject("/directions")::put);
  }

  private static Map<String, String> texts(JsonNode object) {
    Map<String, String> texts = new LinkedHashMap<>();
    object.fields().forEachRemaining(e -> texts.put(e.getKey(), e.getValue().asText()));
    return texts;
  }

  private static String text(JsonNode json, String name, String otherwise) {
    JsonNode value = json.path(name);
    return value.isMissingNode() || value.isNull() ? otherwise : value.asText();
  }
}
