package org.qingmen.supervision.alarms.internal.book;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.TreeMap;
import org.qingmen.spi.alarm.Alarm;

/**
 * The first and the last occurrence of an alarm, each with its own facts: a reader must not take
 * the plate of the last for that of the first. What the alarm says on top is what the last one
 * says.
 */
final class Occurrences {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Occurrences() {}

  /** Takes up what happened: it may be earlier than the first, later than the last, or between. */
  static void note(ObjectNode body, Happened happened, Ruled ruled) {
    if (!body.has("first") || happened.first().isBefore(time(body, "first"))) {
      body.put("first", happened.first().toString());
      body.set("firstOccurrence", occurrence(happened.opening(), ruled.first()));
    }
    if (!body.has("last") || !happened.last().isBefore(time(body, "last"))) {
      body.put("last", happened.last().toString());
      ObjectNode last = occurrence(happened.alarm(), ruled.last());
      body.set("lastOccurrence", last);
      body.set("message", last.path("message").deepCopy());
      body.set("values", last.path("values").deepCopy());
    }
  }

  private static ObjectNode occurrence(Alarm alarm, Ruling ruling) {
    ObjectNode one = JSON.createObjectNode();
    one.put("time", alarm.at().toString()).put("severity", ruling.severity().code());
    one.put("barrier", alarm.barrier());
    one.putObject("message").put("zh", ruling.message().zh()).put("en", ruling.message().en());
    ObjectNode values = one.putObject("values");
    new TreeMap<>(alarm.values())
        .forEach((name, value) -> values.set(name, JSON.valueToTree(plain(value))));
    ArrayNode evidence = one.putArray("evidence");
    Tally.shortened(alarm.evidence())
        .forEach(piece -> evidence.addObject().put("kind", piece.kind()).put("id", piece.id()));
    return one;
  }

  private static Object plain(Object value) {
    return value instanceof Number || value instanceof Boolean ? value : value.toString();
  }

  private static Instant time(ObjectNode body, String name) {
    return Instant.parse(body.path(name).asText());
  }
}
