package org.qingmen.supervision.inspection.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.store.StoredPassage;

/**
 * Trips by day, counted anew from the passages known at the draw: an entry is one; an exit is one
 * when the same plate and colour did not enter within the 7 days before.
 */
final class Trips {

  static final Duration PAIRED = Duration.ofDays(7);

  private Trips() {}

  static Map<LocalDate, Integer> byDay(Collection<StoredPassage> passages) {
    List<StoredPassage> ordered =
        passages.stream()
            .sorted(
                Comparator.comparing((StoredPassage p) -> p.time().toInstant())
                    .thenComparing(StoredPassage::position))
            .toList();
    Map<String, OffsetDateTime> entered = new HashMap<>();
    Map<LocalDate, Integer> trips = new TreeMap<>();
    for (StoredPassage passage : ordered) {
      String who = passage.plate() == null ? null : passage.plate() + "|" + passage.colour();
      boolean in = passage.direction().equals("in");
      if (in && who != null) {
        entered.put(who, passage.time());
      }
      OffsetDateTime before = who == null ? null : entered.get(who);
      boolean paired = before != null && !before.isBefore(passage.time().minus(PAIRED));
      if (in || !paired) {
        trips.merge(passage.time().toLocalDate(), 1, Integer::sum);
      }
    }
    return trips;
  }
}
