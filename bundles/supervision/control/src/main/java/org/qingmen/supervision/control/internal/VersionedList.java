package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.qingmen.store.Document;
import org.qingmen.supervision.control.ListDelta;

/** The order in which a list changed: each entry stands where it changed last. */
final class VersionedList<T extends Versioned> {

  private final NavigableMap<Long, T> byVersion = new ConcurrentSkipListMap<>();

  /** Follows a change; one of the two may be null. */
  void index(T before, T after) {
    if (after != null && after.listVersion() > 0) {
      byVersion.put(after.listVersion(), after);
    }
    if (before != null) {
      byVersion.remove(before.listVersion(), before);
    }
  }

  long version() {
    return byVersion.isEmpty() ? 0 : byVersion.lastKey();
  }

  /** What changed after a version, of what concerns the reader. */
  ListDelta delta(long since, int limit, Predicate<T> concerns) {
    List<Document> put = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    // A reader ahead of the list holds one that was there before, as after a restored backup.
    boolean reset = since > version();
    long reached = reset ? 0 : Math.max(since, 0);
    for (Map.Entry<Long, T> change : byVersion.tailMap(reached, false).entrySet()) {
      if (put.size() + removed.size() == limit) {
        return new ListDelta(reached, reset, true, put, removed);
      }
      reached = change.getKey();
      T entry = change.getValue();
      if (concerns.test(entry) && entry.removed()) {
        removed.add(entry.document().id());
      } else if (concerns.test(entry)) {
        put.add(entry.document());
      }
    }
    return new ListDelta(reached, reset, false, put, removed);
  }

  /** When the oldest change after a version was made, of what concerns the reader. */
  Optional<Instant> pendingSince(long held, Predicate<T> concerns) {
    return byVersion.tailMap(held, false).values().stream()
        .filter(concerns)
        .map(entry -> entry.document().at())
        .min(Instant::compareTo);
  }

  static long of(JsonNode body) {
    return body.path("listVersion").asLong();
  }
}
