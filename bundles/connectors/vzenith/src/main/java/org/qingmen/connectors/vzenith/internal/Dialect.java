package org.qingmen.connectors.vzenith.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.qingmen.spi.door.JsonText;
import org.qingmen.spi.door.Outcome;
import org.qingmen.spi.door.Outcome.Fate;

/**
 * What the camera is answered. {@code info:"ok"} opens the arm, so it is written only when the
 * verdict says so; {@code retransfer_stop} ends the resending of some firmware.
 */
final class Dialect {

  private static final String STOP = "retransfer_stop";

  private Dialect() {}

  static byte[] answer(Outcome outcome) {
    Map<String, Object> fields = outcome.fields();
    if (Boolean.TRUE.equals(fields.get("isHeartbeat"))) {
      return JsonText.bytes(Map.of("Response_Heartbeat", Map.of("info", "no")));
    }
    Map<String, Object> reply = new LinkedHashMap<>();
    reply.put("info", outcome.opens() ? "ok" : "no");
    reply.put("content", STOP);
    reply.put("is_pay", outcome.opens() ? "true" : "false");
    Object plateId = fields.get("plateid");
    if (plateId != null) {
      reply.put("plateid", plateId);
      if (Boolean.TRUE.equals(fields.get("offline"))) {
        reply.put("ContinuePushOffline", next(plateId));
      }
    }
    return JsonText.bytes(Map.of("Response_AlarmInfoPlate", reply));
  }

  /** The next record of an outage comes only after this; what is kept in quarantine is kept too. */
  private static Map<String, Object> next(Object plateId) {
    Map<String, Object> next = new LinkedHashMap<>();
    next.put("plateid", plateId);
    next.put("continue", 1);
    return next;
  }

  /** For logs: what was decided, never what was sent. */
  static String summary(Outcome outcome) {
    return outcome.fate() == Fate.RECORDED
        ? outcome.answer().status() + " " + outcome.answer().receipt()
        : outcome.fate() + " " + outcome.reason();
  }
}
