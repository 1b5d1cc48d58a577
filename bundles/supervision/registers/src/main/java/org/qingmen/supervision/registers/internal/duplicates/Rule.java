package org.qingmen.supervision.registers.internal.duplicates;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qingmen.model.Text;
import org.qingmen.supervision.registers.internal.Json;
import org.qingmen.supervision.registers.internal.Texts;

/**
 * What two entries must not share; one row of {@code duplicates.json}.
 *
 * @param name name, such as {@code same-vin}
 * @param kinds kinds it holds for, together
 * @param members members that make up the value
 * @param mergeable whether entries can be made one; enterprises carry too much with them
 */
record Rule(String name, List<String> kinds, List<String> members, boolean mergeable) {

  static List<Rule> all() {
    List<Rule> rules = new ArrayList<>();
    Json.shipped("duplicates.json").forEach(row -> rules.add(read(row)));
    return List.copyOf(rules);
  }

  /** What an entry must share with another to be suspected; empty when it lacks a part of it. */
  Optional<String> key(JsonNode entry) {
    List<String> parts = new ArrayList<>();
    for (String member : members) {
      String value = Json.text(entry, member);
      if (value == null) {
        return Optional.empty();
      }
      parts.add(value.replaceAll("[\\s·.-]", "").toUpperCase(Locale.ROOT));
    }
    return Optional.of(String.join(" ", parts));
  }

  Text title() {
    return Texts.text("duplicate." + name);
  }

  private static Rule read(JsonNode row) {
    List<String> kinds = new ArrayList<>();
    row.path("kinds").forEach(kind -> kinds.add(kind.asText()));
    List<String> members = new ArrayList<>();
    row.path("members").forEach(member -> members.add(member.asText()));
    return new Rule(row.path("rule").asText(), kinds, members, row.path("mergeable").asBoolean());
  }
}
