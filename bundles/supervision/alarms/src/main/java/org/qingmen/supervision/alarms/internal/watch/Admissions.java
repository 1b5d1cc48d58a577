package org.qingmen.supervision.alarms.internal.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.Alarm.Evidence;
import org.qingmen.spi.journal.Journal.Positioned;

/** Finds vehicles that went through although they must not. */
final class Admissions {

  private static final int BASE = 36;
  private static final int LONGEST_KEY = 160;

  private Admissions() {}

  /** What a passage tells, if anything. */
  static Optional<Alarm> look(Positioned found) throws IOException {
    SeenPassage passage = SeenPassage.parse(found.entry().document());
    boolean listed = !passage.listed().isEmpty();
    // Driving out is no admission; the record of its entry tells of that.
    boolean entry = "in".equals(passage.record().path("direction").asText());
    if (!entry || !passage.admitted() || (!listed && !passage.denied())) {
      return Optional.empty();
    }
    return Optional.of(alarm(passage, found, listed));
  }

  private static Alarm alarm(SeenPassage passage, Positioned found, boolean listed) {
    JsonNode record = passage.record();
    String enterprise = record.path("enterprise").asText();
    String barrier = record.path("barrier").asText();
    String plate = record.at("/plate/number").asText("");
    String code = code(passage, listed);
    String key = code + '/' + enterprise + '/' + (listed ? plate : barrier);
    return new Alarm(
        code,
        key.substring(0, Math.min(LONGEST_KEY, key.length())),
        enterprise,
        null,
        barrier,
        time(record, found.entry().received()),
        values(passage, plate, listed),
        evidence(passage, found));
  }

  private static Map<String, Object> values(SeenPassage passage, String plate, boolean listed) {
    JsonNode record = passage.record();
    Map<String, Object> values = new TreeMap<>();
    values.put("plate", plate.isEmpty() ? "?" : plate);
    values.put("colour", record.at("/plate/colour").asText());
    values.put("raised", record.path("barrierRaised").asText("automatic"));
    values.put("serial", record.path("serial").asText());
    values.put("verdict", passage.verdict());
    values.put("offline", record.path("offline").asBoolean(false));
    values.put("reason", passage.reasons().at("/0/zh").asText("-"));
    if (listed) {
      values.put("listedReason", passage.listed().at("/0/reason").asText("-"));
    }
    return values;
  }

  private static String code(SeenPassage passage, boolean listed) {
    if (listed) {
      return "listed-vehicle-admitted";
    }
    return passage.controls().isEmpty() ? "deny-but-raised" : "forbidden-vehicle-admitted";
  }

  private static List<Evidence> evidence(SeenPassage passage, Positioned found) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("passage", passage.receipt()));
    String decision = "D" + Long.toString(found.position(), BASE).toUpperCase(Locale.ROOT);
    evidence.add(new Evidence("decision", decision));
    passage
        .listed()
        .forEach(entry -> evidence.add(new Evidence("violator", entry.path("id").asText())));
    if (passage.denied()) {
      passage
          .controls()
          .forEach(control -> evidence.add(new Evidence("policy", control.path("id").asText())));
    }
    return evidence;
  }

  private static Instant time(JsonNode record, Instant received) {
    return record.hasNonNull("time")
        ? OffsetDateTime.parse(record.path("time").asText()).toInstant()
        : received;
  }
}
