package org.qingmen.supervision.registers.internal.duplicates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.internal.Json;

/** What somebody decided about a group, and about whom. */
record Decision(Set<String> members, String decision, String by, Instant at, String note) {

  static final Decision NONE = new Decision(Set.of(), null, null, null, null);

  static Decision read(Document document) {
    ObjectNode body = StoredJson.body(document);
    Set<String> members = new HashSet<>();
    body.path("members").forEach(member -> members.add(member.asText()));
    return new Decision(
        Set.copyOf(members),
        Json.text(body, "decision"),
        document.author(),
        document.at(),
        Json.text(body, "note"));
  }

  /** The same rule and value have the same id for ever. */
  static String idOf(KeyIndex.Key key) {
    byte[] name = (key.rule().name() + "|" + key.value()).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
  }
}
