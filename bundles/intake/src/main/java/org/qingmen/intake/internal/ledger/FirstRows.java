package org.qingmen.intake.internal.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.StoreUnavailableException;

/**
 * Rows of daily materials by what they are known by. The first row of a day and material stands; a
 * later one that says something else would lie in the journal and never be seen.
 */
final class FirstRows {

  /** The database follows within seconds; until then the rows are remembered here. */
  private static final Duration UNTIL_STORED = Duration.ofMinutes(10);

  private static final int MOST = 100_000;

  private final LedgerStore store;
  private final Cache<List<String>, JsonNode> recent =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(UNTIL_STORED).build();

  FirstRows(LedgerStore store) {
    this.store = store;
  }

  /** The rows of one call, each beside those before it. */
  Call call() {
    return new Call();
  }

  /** What a row of daily materials is known by when it has no serial number of its own. */
  static String serial(JsonNode row) {
    return row.hasNonNull("serial")
        ? row.get("serial").asText()
        : row.path("date").asText() + "/" + row.path("material").asText();
  }

  /** One call. */
  final class Call {

    private final Map<List<String>, JsonNode> taken = new HashMap<>();

    /** Whether another row with other content stands under what this one is known by. */
    boolean conflicts(JsonNode row) {
      List<String> key = List.of(row.path("enterprise").asText(), serial(row));
      JsonNode first = taken.get(key);
      if (first == null) {
        first = recent.getIfPresent(key);
      }
      if (first != null) {
        return !first.equals(row);
      }
      boolean conflict = !sameAsStored(key, row);
      if (!conflict) {
        taken.put(key, row);
      }
      return conflict;
    }

    /** Remembers the rows once they are in the journal. */
    void journaled() {
      recent.putAll(taken);
    }
  }

  private boolean sameAsStored(List<String> key, JsonNode row) {
    try {
      List<JsonNode> versions =
          store.versions("materials", key.get(0), key.get(1)).stream()
              .<JsonNode>map(LedgerPatch::asSent)
              .toList();
      return versions.isEmpty() || versions.contains(row);
    } catch (StoreUnavailableException e) {
      // Rows are taken while the database is away; the first one stands all the same.
      return true;
    }
  }
}
