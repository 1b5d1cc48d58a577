package org.qingmen.connectors.vzenith.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.device.Decoded;

/** What a server answers to a push; read to explain captures and to check our own answers. */
final class Reply {

  private static final String STOP = "retransfer_stop";

  private Reply() {}

  static Decoded.Message decode(Members reply) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("isReply", true);
    fields.put("isPassage", false);
    String info = reply.text("info");
    fields.put("info", info);
    fields.put("opens", "ok".equals(info));
    String content = reply.text("content");
    fields.put("content", content);
    fields.put("stopsRetransfer", STOP.equals(content));
    fields.put("isPay", reply.text("is_pay"));
    speech(fields, reply);
    Members io = reply.in("ivs_ioctrl");
    for (String name : List.of("io", "value", "delay")) {
      if (io.has(name)) {
        fields.put(name, io.number(name));
      }
    }
    next(fields, reply);
    commands(fields, reply);
    return new Decoded.Message(fields);
  }

  private static void speech(Map<String, Object> fields, Members reply) {
    Members speech = reply.in("playserver_json_request");
    String voice = speech.text("voice");
    if (voice != null) {
      fields.put("voice", Base64Text.spoken(voice).orElse(voice));
      fields.put("volume", speech.number("voice_volume"));
    }
  }

  private static void next(Map<String, Object> fields, Members reply) {
    if (reply.has("plateid")) {
      fields.put("plateid", reply.number("plateid"));
    }
    Members next = reply.in("ContinuePushOffline");
    if (next.has("plateid")) {
      Number go = next.number("continue");
      fields.put("plateid", next.number("plateid"));
      fields.put("continue", go);
      fields.put("continuesOffline", go != null && go.intValue() == 1);
    }
  }

  private static void commands(Map<String, Object> fields, Members reply) {
    fields.put("manualTrigger", "ok".equals(reply.text("manualTrigger")));
    Members snapshot = reply.in("TriggerImage");
    if (snapshot.has("snapImageRelativeUrl") || snapshot.has("snapImageAbsolutelyUrl")) {
      String absolute = snapshot.text("snapImageAbsolutelyUrl");
      fields.put(
          "snapshotUrl", absolute != null ? absolute : snapshot.text("snapImageRelativeUrl"));
    }
    List<Map<String, Object>> serial = new ArrayList<>();
    for (JsonNode each : reply.node().path("serialData")) {
      Members one = new Members(each);
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("serialChannel", one.number("serialChannel"));
      data.put("data", one.text("data"));
      data.put("dataLen", one.number("dataLen"));
      serial.add(data);
    }
    fields.put("serialData", serial);
    Members list = reply.in("white_list_operate");
    if (list.has("operate_type")) {
      fields.put("operateType", list.number("operate_type"));
    }
  }
}
