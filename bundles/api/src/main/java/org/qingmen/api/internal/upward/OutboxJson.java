package org.qingmen.api.internal.upward;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import org.qingmen.api.internal.door.Query;
import org.qingmen.store.Outbox;
import org.qingmen.supervision.upward.UpwardReporting;

/** What is in the outbox, as JSON. */
final class OutboxJson {

  private OutboxJson() {}

  static void day(ObjectNode json, UpwardReporting.Day day) {
    json.put("day", day.day().toString());
    json.put("passages", day.passages()).put("ledgerRows", day.ledgerRows());
    json.put("stored", day.stored()).put("sent", day.sent());
    json.put("confirmed", day.confirmed()).put("givenUp", day.givenUp());
    json.put("missing", day.missing());
  }

  static void entry(ObjectNode json, Outbox.Entry entry) {
    json.put("position", entry.item().position()).put("kind", entry.item().kind().code());
    json.put("enterprise", entry.item().enterprise()).put("day", entry.item().day().toString());
    json.put("state", entry.state().code()).put("attempts", entry.attempts());
    json.put("receipt", entry.receipt()).put("reason", entry.reason());
    json.put("changed", entry.changed().toString());
  }

  static Outbox.State state(String code) {
    return code == null || code.isEmpty()
        ? null
        : Arrays.stream(Outbox.State.values())
            .filter(state -> state.code().equals(code))
            .findFirst()
            .orElseThrow(() -> Query.bad("state", code));
  }

  static Long cursor(String text) {
    if (text != null && !text.matches("-?[0-9]{1,18}")) {
      throw Query.bad("cursor", text);
    }
    return text == null ? null : Long.valueOf(text);
  }

  static String text(Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
