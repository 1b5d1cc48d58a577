package org.qingmen.supervision.alarms.internal.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.qingmen.model.ChinaTime;
import org.qingmen.supervision.alarms.internal.book.Texts;

/** The wording of messages. */
final class NoticeText {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ChinaTime.ZONE);

  private NoticeText() {}

  /** One line: how grave, what happened to it, what it is. */
  static String subject(JsonNode alarm, String event, Locale locale) {
    return Texts.text(
            "notice.subject",
            in("severity." + alarm.path("severity").asText(), locale),
            in("event." + event, locale),
            alarm.at("/message/" + language(locale)).asText())
        .in(locale);
  }

  /** Some lines: where, when, how often. */
  static String text(JsonNode alarm, String event, Locale locale) {
    return Texts.text(
            "notice.text",
            subject(alarm, event, locale),
            alarm.path("enterprise").asText("-"),
            alarm.path("barrier").asText("-"),
            SHOWN.format(Instant.parse(alarm.path("last").asText())),
            String.valueOf(alarm.path("count").asLong()),
            alarm.path("id").asText())
        .in(locale);
  }

  /** The whole for systems. */
  static ObjectNode json(ObjectNode message) {
    ObjectNode json = message.objectNode();
    json.put("id", message.path("id").asText()).put("rule", message.path("rule").asText());
    json.put("event", message.path("event").asText()).put("at", message.path("at").asText());
    json.set("alarm", message.path("about"));
    return json;
  }

  private static String in(String key, Locale locale) {
    return Texts.text(key).in(locale);
  }

  private static String language(Locale locale) {
    return Locale.ENGLISH.equals(locale) ? "en" : "zh";
  }
}
