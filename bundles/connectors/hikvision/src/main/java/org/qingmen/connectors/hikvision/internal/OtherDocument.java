package org.qingmen.connectors.hikvision.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Documents of the same family that are no events: settings, commands and answers. */
final class OtherDocument {

  private OtherDocument() {}

  /** The fields of a document, empty when its root is not one of ours. */
  static Optional<Map<String, Object>> decode(Element root) {
    return switch (root.name()) {
      case "HttpHostNotificationList" -> Optional.of(host(root.in("HttpHostNotification")));
      case "HttpHostNotification" -> Optional.of(host(root));
      case "BarrierGate" -> Optional.of(barrier(root));
      case "BarrierGateStatus" ->
          Optional.of(one("barrierStatus", root.value("barrierGateStatus", "status")));
      case "ResponseStatus" -> Optional.of(status(root));
      default -> Optional.empty();
    };
  }

  private static Map<String, Object> host(Element host) {
    Map<String, Object> fields = start();
    fields.put("url", host.value("url"));
    String ip = host.value("ipAddress", "ipv6Address");
    fields.put("ip", ip != null ? ip : host.value("hostName"));
    fields.put("port", whole(host.value("portNo")));
    fields.put("format", host.value("parameterFormatType"));
    fields.put("transport", host.value("protocolType"));
    fields.put("authentication", host.value("httpAuthenticationMethod"));
    return fields;
  }

  private static Map<String, Object> barrier(Element gate) {
    return one("ctrlMode", gate.value("ctrlMode"));
  }

  private static Map<String, Object> status(Element status) {
    Map<String, Object> fields = start();
    fields.put("requestUrl", status.value("requestURL"));
    fields.put("statusCode", whole(status.value("statusCode")));
    fields.put("statusString", status.value("statusString"));
    fields.put("subStatusCode", status.value("subStatusCode"));
    return fields;
  }

  private static Map<String, Object> one(String name, String value) {
    Map<String, Object> fields = start();
    fields.put(name, value);
    return fields;
  }

  private static Map<String, Object> start() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("isPassage", false);
    return fields;
  }

  private static Object whole(String text) {
    return text != null && text.matches("-?\\d{1,9}") ? (Object) Long.valueOf(text) : text;
  }
}
