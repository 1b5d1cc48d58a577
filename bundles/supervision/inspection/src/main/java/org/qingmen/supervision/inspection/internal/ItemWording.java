package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.model.ChinaTime;

/** Items and findings in Chinese words, for paper. */
final class ItemWording {

  private static final DateTimeFormatter WALL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  private ItemWording() {}

  /** A time as clocks on the wall show it; what is no time stays as it is. */
  static String time(String text) {
    try {
      return OffsetDateTime.parse(text).atZoneSameInstant(ChinaTime.ZONE).format(WALL);
    } catch (DateTimeException e) {
      return text;
    }
  }

  /** The name of who did it, without what kind of account it is. */
  static String who(String actor) {
    return actor.startsWith("user:") ? actor.substring("user:".length()) : actor;
  }

  /** What is inspected. */
  static String subject(JsonNode item) {
    JsonNode ref = item.path("ref");
    JsonNode record = item.path("record");
    return switch (item.path("of").asText()) {
      case "ledger" -> ledger(ref, record);
      case "gate" ->
          record.at("/plate/number").asText("—")
              + " "
              + time(record.path("time").asText())
              + "\n"
              + ref.path("receipt").asText();
      case "days" ->
          Texts.zh("paper.days", days(ref.path("normalDays")), days(ref.path("alertDays")));
      default ->
          Texts.zh(
              "paper.video",
              ref.path("barrier").asText(),
              time(ref.path("from").asText()),
              ref.path("minutes").asText());
    };
  }

  /** What was found: the rules' reasons and the inspector's words. */
  static String found(JsonNode item) {
    JsonNode finding = item.path("finding");
    List<String> lines = new ArrayList<>();
    lines.add(facts(item.path("of").asText(), finding.path("facts")));
    finding.path("reasons").forEach(reason -> lines.add(reason.at("/message/zh").asText()));
    lines.add(finding.path("text").asText(""));
    lines.removeIf(String::isBlank);
    return String.join("\n", lines);
  }

  private static String ledger(JsonNode ref, JsonNode record) {
    String serial = ref.path("serial").asText(record.path("serial").asText());
    String what =
        record
            .at("/plate/number")
            .asText(record.path("material").asText(record.path("plate").asText()));
    return Texts.name("ledger", ref.path("ledger").asText()) + " " + serial + " " + what;
  }

  private static String facts(String of, JsonNode facts) {
    return switch (of) {
      case "ledger" ->
          Texts.zh(
              "paper.facts.ledger",
              list(facts.path("missingMembers")),
              list(facts.path("malformedMembers")));
      case "gate" ->
          Texts.zh(
              "paper.facts.gate",
              Texts.name("stage", facts.path("declared").asText()),
              Texts.name("stage", facts.path("again").asText("")),
              facts.path("basis").asText(""));
      case "days" ->
          Texts.zh(
              "paper.facts.days",
              facts.path("normalMean").asText(),
              facts.path("alertMean").asText(),
              facts.path("forbidden").asText());
      default ->
          Texts.zh(
              "paper.facts.video",
              facts.path("seen").asText(),
              facts.path("unrecorded").asText(),
              list(facts.path("unrecordedPlates")));
    };
  }

  private static String days(JsonNode days) {
    List<String> words = new ArrayList<>();
    days.forEach(
        day -> words.add(day.path("day").asText() + "（" + day.path("trips").asText() + "）"));
    return words.isEmpty() ? "—" : String.join("、", words);
  }

  private static String list(JsonNode texts) {
    List<String> words = new ArrayList<>();
    texts.forEach(text -> words.add(text.asText()));
    return words.isEmpty() ? "—" : String.join("、", words);
  }
}
