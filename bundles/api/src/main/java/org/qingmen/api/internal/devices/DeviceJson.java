package org.qingmen.api.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.spi.device.Device;

/** Devices as JSON, by {@code device.schema.json}. */
final class DeviceJson {

  private DeviceJson() {}

  static Device read(JsonNode json) {
    List<String> addresses = new ArrayList<>();
    json.path("addresses").forEach(address -> addresses.add(address.asText()));
    List<Device.Lane> lanes = new ArrayList<>();
    json.path("lanes").forEach(lane -> lanes.add(lane(lane)));
    String protocol = json.get("protocol").asText();
    return new Device(
        json.path("id").asText(null),
        json.path("enterprise").asText(),
        protocol,
        json.path("maker").asText(protocol.replaceFirst("-.*", "")),
        json.path("serial").asText(null),
        addresses,
        json.path("path").asText(null),
        lanes,
        map(json.path("settings")));
  }

  static void write(ObjectNode json, Device device) {
    json.put("id", device.id());
    json.put("enterprise", device.enterprise());
    json.put("protocol", device.protocol());
    json.put("maker", device.maker());
    json.put("serial", device.serial());
    ArrayNode addresses = json.putArray("addresses");
    device.addresses().forEach(addresses::add);
    json.put("path", device.path());
    ArrayNode lanes = json.putArray("lanes");
    device.lanes().forEach(lane -> write(lanes.addObject(), lane));
    ObjectNode settings = json.putObject("settings");
    new TreeMap<>(device.settings()).forEach(settings::put);
  }

  private static Device.Lane lane(JsonNode json) {
    return new Device.Lane(
        json.path("channel").asText("*"),
        json.path("entrance").asText(null),
        json.get("barrier").asText(),
        json.path("lane").asText(null),
        map(json.path("directions")));
  }

  private static void write(ObjectNode json, Device.Lane lane) {
    json.put("channel", lane.channel());
    json.put("entrance", lane.entrance());
    json.put("barrier", lane.barrier());
    json.put("lane", lane.lane());
    ObjectNode directions = json.putObject("directions");
    new TreeMap<>(lane.directions()).forEach(directions::put);
  }

  private static Map<String, String> map(JsonNode json) {
    Map<String, String> map = new TreeMap<>();
    json.properties().forEach(member -> map.put(member.getKey(), member.getValue().asText()));
    return map;
  }
}
