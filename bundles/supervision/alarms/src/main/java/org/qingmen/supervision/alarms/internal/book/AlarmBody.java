package org.qingmen.supervision.alarms.internal.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.Alarm.Evidence;

/** Writes and changes the documents of alarms. */
final class AlarmBody {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int RANDOM = 36 * 36 * 36 * 36;

  private AlarmBody() {}

  /** A new id; later ones are greater. */
  static String newId(Instant now) {
    String time = "000000000" + Long.toString(now.toEpochMilli(), 36);
    String chance = "0000" + Integer.toString(ThreadLocalRandom.current().nextInt(RANDOM), 36);
    return ("A" + time.substring(time.length() - 9) + chance.substring(chance.length() - 4))
        .toUpperCase(Locale.ROOT);
  }

  static ObjectNode raised(
      String id, Happened happened, Ruled ruled, String division, Instant now) {
    Alarm alarm = happened.alarm();
    ObjectNode body = JSON.createObjectNode();
    body.put("id", id).put("code", alarm.code()).put("key", alarm.key()).put("state", "open");
    body.put("enterprise", alarm.enterprise()).put("division", division);
    body.put("barrier", alarm.barrier()).put("raised", now.toString());
    body.put("count", happened.count()).put("level", 0);
    rule(body, ruled.graver(), now);
    Occurrences.note(body, happened, ruled);
    evidence(body, happened);
    step(body, "raised", null);
    if (happened.over() != null) {
      body.put("over", happened.over().toString());
    }
    return body;
  }

  /** Counts a repetition; whether its condition ended since is noted too. */
  static void merge(ObjectNode body, Happened happened, Ruled ruled, Instant now) {
    body.put("count", body.path("count").asLong() + happened.count());
    body.remove("over");
    Ruling ruling = ruled.graver();
    boolean graver = ruling.severity().compareTo(Severity.of(severity(body)).orElseThrow()) > 0;
    if (graver) {
      rule(body, ruling, now);
    }
    Occurrences.note(body, happened, ruled);
    evidence(body, happened);
    step(body, graver ? "graver" : "repeated", null);
    if (happened.over() != null) {
      over(body, happened.over());
    }
  }

  /** Notes that the condition ended. */
  static void over(ObjectNode body, Instant at) {
    body.put("over", at.toString());
    step(body, "over", null);
  }

  /** What was done last; the versions of the document tell the rest. */
  static void step(ObjectNode body, String action, String note) {
    body.putObject("step").put("action", action).put("note", note);
  }

  static String severity(ObjectNode body) {
    return body.path("severity").asText();
  }

  private static void rule(ObjectNode body, Ruling ruling, Instant now) {
    body.put("severity", ruling.severity().code());
    body.put("rule", ruling.rule()).put("clause", ruling.clause());
    ArrayNode basis = body.putArray("basis");
    ruling.basis().forEach(basis::add);
    if (ruling.acknowledgeMinutes() != null) {
      body.put("acknowledgeMinutes", ruling.acknowledgeMinutes());
      if ("open".equals(body.path("state").asText())) {
        body.put("due", after(now, ruling.acknowledgeMinutes()).toString());
      }
    }
    if (ruling.closeHours() != null) {
      body.put("closeBy", after(now, ruling.closeHours() * 60).toString());
    }
  }

  static Instant after(Instant now, double minutes) {
    return now.plus(Duration.ofSeconds(Math.round(minutes * 60)));
  }

  private static void evidence(ObjectNode body, Happened happened) {
    List<Evidence> all = new ArrayList<>();
    for (JsonNode kept : body.path("evidence")) {
      all.add(new Evidence(kept.path("kind").asText(), kept.path("id").asText()));
    }
    all.addAll(happened.evidence());
    ArrayNode evidence = body.putArray("evidence");
    Tally.shortened(all)
        .forEach(one -> evidence.addObject().put("kind", one.kind()).put("id", one.id()));
  }
}
