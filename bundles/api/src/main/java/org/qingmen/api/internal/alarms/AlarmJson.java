package org.qingmen.api.internal.alarms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.security.Scope;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Document;

/** Alarms as they are answered. */
final class AlarmJson {

  private AlarmJson() {}

  /** Writes an alarm with its wording in the reader's language and the enterprise's name. */
  static void write(ObjectNode json, Document document, Enterprises enterprises, Locale locale) {
    Documents.write(json, document);
    String language = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? "en" : "zh";
    json.put("text", json.at("/message/" + language).asText());
    for (String occurrence : List.of("firstOccurrence", "lastOccurrence")) {
      if (json.get(occurrence) instanceof ObjectNode one) {
        one.put("text", one.at("/message/" + language).asText());
      }
    }
    json.put(
        "enterpriseName",
        enterprises.find(document.enterprise()).map(Enterprise::name).orElse(null));
  }

  static ObjectNode json(Document document, Enterprises enterprises, Locale locale) {
    ObjectNode json = Json.object();
    write(json, document, enterprises, locale);
    return json;
  }

  /** Whether an alarm lies within a scope; one of no division is for the whole country. */
  static boolean visible(Document document, Scope scope) {
    return scope.allows(document.enterprise(), document.division());
  }
}
