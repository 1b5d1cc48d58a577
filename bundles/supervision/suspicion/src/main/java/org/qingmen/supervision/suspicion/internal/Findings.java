package org.qingmen.supervision.suspicion.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Matter;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.store.StoredJson;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionStore.Concerned;
import org.qingmen.store.SuspicionStore.Found;

/** Makes items of the findings in a decision document, as the packs of kind suspicion say. */
final class Findings {

  private static final byte[] NONE = "\"findings\":[]".getBytes(StandardCharsets.US_ASCII);
  private static final long SECONDS_PER_HOUR = 3600;
  private static final int LONGEST_KEY = 200;

  private final Judge judge;

  Findings(Judge judge) {
    this.judge = judge;
  }

  /** The same for one batch of records. */
  Findings ofABatch() {
    return new Findings(new Remembered(judge));
  }

  /** Whether a document says that nothing was found; without parsing it. */
  static boolean noneIn(byte[] document) {
    for (int at = 0; at <= document.length - NONE.length; at++) {
      int same = 0;
      while (same < NONE.length && document[at + same] == NONE[same]) {
        same++;
      }
      if (same == NONE.length) {
        return true;
      }
    }
    return false;
  }

  /**
   * The findings that an enterprise must explain.
   *
   * @param document parsed decision document
   * @param position position of the record
   * @param without codes that are left out
   * @param now when they are opened
   * @param actor who opens them
   */
  List<Found> in(JsonNode document, long position, Set<String> without, Instant now, String actor) {
    List<Found> found = new ArrayList<>();
    Set<String> seen = new HashSet<>(without);
    for (JsonNode finding : document.path("findings")) {
      if (seen.add(finding.path("code").asText())) {
        item(document, finding, position, now)
            .ifPresent(item -> found.add(found(item, document, position, actor)));
      }
    }
    return found;
  }

  private static Found found(Suspicion item, JsonNode document, long position, String actor) {
    Instant passed = OffsetDateTime.parse(document.at("/facts/passage/time").asText()).toInstant();
    return new Found(item, new Concerned(position, item.receipt(), passed), actor, item.code());
  }

  private Optional<Suspicion> item(
      JsonNode document, JsonNode finding, long position, Instant now) {
    JsonNode facts = document.path("facts");
    String division = facts.at("/enterprise/division").asText("");
    Judgement judgement =
        judge.judge(
            new Matter(
                Kind.SUSPICION,
                division.isEmpty() ? null : division,
                LocalDate.parse(document.path("parameterDate").asText()),
                List.of(fact(finding, facts))));
    boolean explain =
        judgement.last("item").map(one -> "explain".equals(one.value())).orElse(false);
    if (!explain) {
      return Optional.empty();
    }
    double hours =
        judgement
            .last("deadline-hours")
            .map(one -> Double.parseDouble(one.value().toString()))
            .orElse(0.0);
    String merge = judgement.last("merge").map(one -> one.value().toString()).orElse("record");
    String code = finding.path("code").asText();
    Instant passed = OffsetDateTime.parse(facts.at("/passage/time").asText()).toInstant();
    return Optional.of(
        new Suspicion(
            "S" + Long.toString(position, 36) + "-" + code,
            facts.at("/passage/enterprise").asText(),
            division,
            code,
            finding.path("severity").asText(),
            key(code, merge, document),
            "open",
            false,
            now,
            now.plus(Duration.ofSeconds(Math.round(hours * SECONDS_PER_HOUR))),
            document.path("receipt").asText(),
            1,
            passed,
            1,
            null,
            body(finding, facts, judgement).toString()));
  }

  private static Fact fact(JsonNode finding, JsonNode facts) {
    Map<String, Object> values = new TreeMap<>();
    values.put("code", finding.path("code").asText());
    values.put("severity", finding.path("severity").asText());
    values.put("field", finding.path("field").asText(""));
    values.put("rule", finding.path("rule").asText(""));
    values.put("direction", facts.at("/passage/direction").asText());
    values.put("plate", facts.at("/passage/plate").hasNonNull("number"));
    values.put("vin", facts.at("/passage/vehicle").hasNonNull("vin"));
    values.put("declaredGrade", facts.at("/enterprise/declaredGrade").asText(null));
    return new Fact("finding", values);
  }

  private static String key(String code, String merge, JsonNode document) {
    JsonNode passage = document.at("/facts/passage");
    String plate = passage.at("/plate/number").asText("");
    String what =
        switch (merge) {
          case "vehicle" ->
              plate.isEmpty()
                  ? "vin:" + passage.at("/vehicle/vin").asText("")
                  : "plate:" + plate + passage.at("/plate/colour").asText("");
          case "barrier" -> "barrier:" + passage.path("barrier").asText();
          case "enterprise" -> "enterprise";
          default -> "record:" + document.path("receipt").asText();
        };
    String key = code + "|" + what;
    return key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) : key;
  }

  /** What the enterprise reads: the finding, what proves it, and why it is asked. */
  private static ObjectNode body(JsonNode finding, JsonNode facts, Judgement judgement) {
    ObjectNode body = StoredJson.object();
    body.put("zh", finding.path("zh").asText());
    body.put("en", finding.path("en").asText());
    body.put("field", finding.path("field").asText(null));
    body.put("rule", finding.path("rule").asText(null));
    JsonNode passage = facts.path("passage");
    body.put("plate", passage.at("/plate/number").asText(null));
    body.put("barrier", passage.path("barrier").asText());
    body.put("time", passage.path("time").asText());
    body.put("direction", passage.path("direction").asText());
    ObjectNode evidence = body.putObject("evidence");
    for (JsonNode pointer : finding.path("evidence")) {
      JsonNode value = facts.at(pointer.asText());
      if (!value.isMissingNode()) {
        evidence.set(pointer.asText(), value);
      }
    }
    body.put("judgement", new String(judgement.document(), StandardCharsets.UTF_8));
    return body;
  }
}
