package org.qingmen.supervision.registers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.StoredJson;

/**
 * What an enterprise declares by date: the entry in force on a day is what the enterprise's own
 * document says, so that rules, measures and lists need to look in one place only.
 */
final class DatedEntries {

  /** A kind of dated entries: its member, and the member of the enterprise that follows it. */
  private record Followed(String member, String ofEnterprise) {}

  private static final Map<String, Followed> KINDS =
      Map.of(
          "declared-grade", new Followed("grade", "declaredGrade"),
          "emergency-list", new Followed("dailyVehicles", "dailyVehicles"));

  private static final int PAGE = 1000;

  private final Registry registry;

  DatedEntries(Registry registry) {
    this.registry = registry;
  }

  static Set<String> kinds() {
    return KINDS.keySet();
  }

  /** Members of the enterprise that dated entries decide on a day, with what they say. */
  Map<String, JsonNode> inForce(String enterprise, LocalDate day) {
    Map<String, JsonNode> decided = new LinkedHashMap<>();
    KINDS.forEach(
        (kind, followed) ->
            newest(kind, enterprise, day)
                .ifPresent(e -> decided.put(followed.ofEnterprise(), said(e, followed, day))));
    return decided;
  }

  /** Writes what is decided into an enterprise's body; whether that changed anything. */
  boolean apply(String enterprise, ObjectNode body, LocalDate day) {
    boolean changed = false;
    for (Map.Entry<String, JsonNode> one : inForce(enterprise, day).entrySet()) {
      JsonNode present = body.path(one.getKey());
      boolean none = present.isMissingNode() || present.isNull();
      if (none ? !one.getValue().isNull() : !present.asText().equals(one.getValue().asText())) {
        body.set(one.getKey(), one.getValue());
        changed = true;
      }
    }
    return changed;
  }

  private Optional<ObjectNode> newest(String kind, String enterprise, LocalDate day) {
    return entries(kind, enterprise).stream()
        .map(StoredJson::body)
        .filter(entry -> entry.path("from").asText().compareTo(day.toString()) <= 0)
        .max(Comparator.comparing(entry -> entry.path("from").asText()));
  }

  /** An entry that has run out leaves nothing in force. */
  private static JsonNode said(ObjectNode entry, Followed followed, LocalDate day) {
    String until = Json.text(entry, "validTo");
    boolean over = until != null && until.compareTo(day.toString()) < 0;
    return over ? NullNode.getInstance() : entry.path(followed.member());
  }

  private List<Document> entries(String kind, String enterprise) {
    Page<Document> page =
        registry.list(new RegistryQuery(kind, enterprise, null, null, null, PAGE));
    return page.items();
  }
}
