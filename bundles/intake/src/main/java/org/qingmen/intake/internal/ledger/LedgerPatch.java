package org.qingmen.intake.internal.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.qingmen.intake.internal.MergePatch;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.LedgerStore;

/** A ledger row as a correction makes it, out of the one that stands. */
final class LedgerPatch {

  /** What a row is known by; whoever wants to change that hands in another row. */
  private static final List<String> FIXED = List.of("enterprise", "serial");

  private static final List<String> FIXED_OF_MATERIALS =
      List.of("enterprise", "serial", "date", "material");

  private static final ObjectMapper JSON = new ObjectMapper();

  private LedgerPatch() {}

  /** The first member of a patch that may not be changed; empty when all may. */
  static Optional<String> fixed(JsonNode correction) {
    boolean materials = "materials".equals(correction.path("ledger").asText());
    return (materials ? FIXED_OF_MATERIALS : FIXED)
        .stream().filter(correction.path("patch")::has).findFirst();
  }

  /** What a row is found by. */
  static List<String> key(JsonNode correction) {
    return Stream.of("ledger", "enterprise", "serial")
        .map(member -> correction.path(member).asText())
        .toList();
  }

  /** The row that stands; empty when there is none with this serial. */
  static Optional<ObjectNode> standing(JsonNode correction, LedgerStore store) {
    List<String> key = key(correction);
    List<LedgerRow> versions = store.versions(key.get(0), key.get(1), key.get(2));
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(asSent(versions.get(versions.size() - 1)));
  }

  /** The row as a correction makes it. */
  static ObjectNode applied(ObjectNode row, JsonNode correction) {
    ObjectNode corrected = row.deepCopy();
    MergePatch.apply(corrected, (ObjectNode) correction.path("patch"));
    return corrected;
  }

  /** A stored row as it was sent. */
  static ObjectNode asSent(LedgerRow row) {
    return read(row).remove(Set.of("ledger", "corrects"));
  }

  private static ObjectNode read(LedgerRow row) {
    try {
      return (ObjectNode) JSON.readTree(row.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a stored ledger row is no JSON: " + row.position(), e);
    }
  }
}
