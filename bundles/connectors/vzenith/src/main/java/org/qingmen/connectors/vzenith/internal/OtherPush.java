package org.qingmen.connectors.vzenith.internal;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.qingmen.spi.device.Decoded;
import org.qingmen.spi.device.DeviceText;

/** Pushes that are no passage: contacts, serial bytes, requested pictures, heartbeats in JSON. */
final class OtherPush {

  private OtherPush() {}

  static Decoded.Message contact(Members alarm) {
    Members trigger = alarm.need("result").need("TriggerResult");
    Map<String, Object> fields = start(alarm);
    fields.put("source", trigger.number("source"));
    fields.put("value", trigger.number("value"));
    return new Decoded.Message(fields);
  }

  static Decoded.Message serialData(Members push) {
    Map<String, Object> fields = start(push);
    fields.put("serialChannel", push.number("serialChannel"));
    fields.put("dataLen", push.number("dataLen"));
    String data = push.text("data");
    fields.put("data", data);
    Optional<byte[]> bytes = data == null ? Optional.empty() : Base64Text.bytes(data);
    fields.put("dataHex", bytes.map(HexFormat.of().withUpperCase()::formatHex).orElse(null));
    fields.put("text", bytes.flatMap(DeviceText::decode).orElse(null));
    fields.put("bytes", bytes.map(each -> (long) each.length).orElse(null));
    return new Decoded.Message(fields);
  }

  static Decoded.Message triggerImage(Members root) {
    Members image = root.need("TriggerImage");
    Map<String, Object> fields = start(root);
    fields.put("imageLen", image.number("imageFileLen"));
    String content = image.text("imageFile");
    Optional<byte[]> picture = content == null ? Optional.empty() : Base64Text.picture(content);
    fields.put("pictureBroken", content != null && picture.isEmpty());
    return new Decoded.Message(
        fields, picture.map(bytes -> Map.of("imageFile", bytes)).orElse(Map.of()));
  }

  static Decoded.Message heartbeat(Members beat) {
    Map<String, Object> fields = start(beat);
    fields.put("isHeartbeat", true);
    return new Decoded.Message(fields);
  }

  private static Map<String, Object> start(Members push) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("isPassage", false);
    fields.put("serial", push.text("serialno"));
    fields.put("ipaddr", push.text("ipaddr"));
    fields.put("deviceName", push.text("deviceName"));
    fields.put("channel", push.number("channel"));
    return fields;
  }
}
