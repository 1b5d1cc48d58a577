package org.qingmen.api.internal.packs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The result of an impact as rows: first what flips, then for whom, then by which rule. */
final class ImpactTable {

  private final ResourceBundle words;

  ImpactTable(Locale locale) {
    Locale wanted = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.CHINESE;
    var control = ResourceBundle.Control.getNoFallbackControl(List.of("java.properties"));
    String base = ImpactTable.class.getPackageName() + ".impact";
    words = ResourceBundle.getBundle(base, wanted, ImpactTable.class.getClassLoader(), control);
  }

  List<List<?>> rows(JsonNode result) {
    List<List<?>> rows = new ArrayList<>();
    rows.add(
        Arrays.asList(
            say("part"),
            say("enterprise"),
            say("industry"),
            say("pack"),
            say("rule"),
            say("code"),
            say("before"),
            say("after"),
            say("count"),
            say("examples")));
    result.path("verdicts").forEach(one -> rows.add(flip("verdicts", one)));
    result.path("enterprises").forEach(one -> rows.add(flip("enterprises", one)));
    for (JsonNode one : result.path("rules")) {
      rows.add(rule("fresh", one));
      rows.add(rule("gone", one));
    }
    result.path("gradeChanges").forEach(one -> rows.add(flip("grades", one)));
    result.path("graded").forEach(one -> rows.add(flip("graded", one)));
    return rows;
  }

  private List<?> flip(String part, JsonNode one) {
    return Arrays.asList(
        say(part),
        text(one, "enterprise"),
        text(one, "industry"),
        null,
        one.has("indicators") ? joined(one.path("indicators")) : null,
        text(one, "reason"),
        word(text(one, "before")),
        word(text(one, "after")),
        one.has("count") ? one.path("count").asLong() : 1,
        joined(one.path("examples")));
  }

  private List<?> rule(String side, JsonNode one) {
    return Arrays.asList(
        say(side),
        null,
        null,
        text(one, "pack"),
        text(one, "rule"),
        text(one, "code"),
        null,
        null,
        one.path(side).path("count").asLong(),
        joined(one.path(side).path("examples")));
  }

  /** A verdict in the reader's language; anything else, such as a grade, as it is. */
  private String word(String text) {
    return text != null && words.containsKey("verdict." + text) ? say("verdict." + text) : text;
  }

  private String say(String key) {
    return words.getString(key);
  }

  private static String text(JsonNode one, String name) {
    return one.path(name).isTextual() ? one.path(name).asText() : null;
  }

  private static String joined(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asText()));
    return String.join(" ", texts);
  }
}
