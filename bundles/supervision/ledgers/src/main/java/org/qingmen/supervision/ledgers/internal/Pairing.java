package org.qingmen.supervision.ledgers.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.store.EnterpriseDays.Movement;
import org.qingmen.supervision.ledgers.Visit;
import org.qingmen.supervision.ledgers.Visit.Kind;

/**
 * Pairs entries and exits. A visit depends on two neighbours in the order of time only, so a window
 * that is one longest visit wider than the period asked for gives the same answer as all of
 * history, and a record that arrives late needs no repair: it is there when next asked.
 */
final class Pairing {

  /** An entry comes before an exit of the same moment, as for trips. */
  static final Comparator<Movement> ORDER =
      Comparator.comparing(Movement::time)
          .thenComparing(movement -> movement.entry() ? 0 : 1)
          .thenComparing(Movement::position);

  private final Duration longest;
  private final Instant now;

  /**
   * @param longest how long a visit may last
   * @param now who entered up to {@code longest} before may still be inside
   */
  Pairing(Duration longest, Instant now) {
    this.longest = longest;
    this.now = now;
  }

  /** All visits that the movements make up, by their beginning. */
  List<Visit> visits(List<Movement> movements) {
    Map<String, List<Movement>> vehicles = new LinkedHashMap<>();
    List<Visit> visits = new ArrayList<>();
    for (Movement movement : movements.stream().sorted(ORDER).toList()) {
      if (movement.plate() == null) {
        visits.add(lone(Kind.UNREAD, movement));
      } else {
        vehicles
            .computeIfAbsent(movement.plate() + '|' + movement.colour(), v -> new ArrayList<>())
            .add(movement);
      }
    }
    vehicles.values().forEach(vehicle -> pair(vehicle, visits));
    visits.sort(Comparator.comparing(Visit::first, ORDER));
    return visits;
  }

  private void pair(List<Movement> vehicle, List<Visit> visits) {
    Movement inside = null;
    for (Movement movement : vehicle) {
      if (movement.entry()) {
        if (inside != null) {
          visits.add(lone(withoutExit(inside, movement), inside));
        }
        inside = movement;
      } else if (inside == null) {
        visits.add(lone(Kind.EXIT_ONLY, movement));
      } else if (tooLong(inside, movement.time())) {
        visits.add(lone(Kind.NEVER_LEFT, inside));
        visits.add(lone(Kind.EXIT_ONLY, movement));
        inside = null;
      } else {
        visits.add(new Visit(Kind.COMPLETE, inside, movement));
        inside = null;
      }
    }
    if (inside != null) {
      visits.add(lone(tooLong(inside, now) ? Kind.NEVER_LEFT : Kind.INSIDE, inside));
    }
  }

  private Kind withoutExit(Movement entry, Movement next) {
    return tooLong(entry, next.time()) ? Kind.NEVER_LEFT : Kind.ENTERED_AGAIN;
  }

  private boolean tooLong(Movement entry, Instant until) {
    return Duration.between(entry.time(), until).compareTo(longest) > 0;
  }

  private static Visit lone(Kind kind, Movement movement) {
    return movement.entry() ? new Visit(kind, movement, null) : new Visit(kind, null, movement);
  }
}
