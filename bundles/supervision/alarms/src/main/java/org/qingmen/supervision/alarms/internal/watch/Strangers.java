package org.qingmen.supervision.alarms.internal.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.Alarm.Evidence;
import org.qingmen.spi.journal.Journal.Positioned;

/** Messages that lie in quarantine: unknown devices, broken or foreign messages. */
final class Strangers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BASE = 36;
  private static final int LONGEST_KEY = 160;

  private Strangers() {}

  static Alarm look(Positioned found) throws IOException {
    JsonNode body = JSON.readTree(found.entry().document());
    String source = body.path("source").asText(found.entry().source());
    // A connection's port changes with every attempt; it is the same stranger.
    String who = source.replaceFirst(":[0-9]{1,5}$", "");
    String reason = body.path("reason").asText("unknown");
    String key = "unknown-device/" + who + '/' + reason;
    return new Alarm(
        "unknown-device",
        key.substring(0, Math.min(LONGEST_KEY, key.length())),
        body.hasNonNull("enterprise") ? body.path("enterprise").asText() : null,
        null,
        null,
        found.entry().received(),
        Map.of(
            "source", who, "reason", reason, "protocol", body.path("protocol").asText("unknown")),
        List.of(new Evidence("quarantine", "Q" + Long.toString(found.position(), BASE))));
  }
}
