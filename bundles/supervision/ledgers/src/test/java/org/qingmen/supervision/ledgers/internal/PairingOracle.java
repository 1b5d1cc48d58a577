package org.qingmen.supervision.ledgers.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.store.EnterpriseDays.Movement;

/**
 * Pairs by looking, for every movement, at its direct neighbours of the same vehicle: an exit
 * belongs to an entry when nothing of the vehicle lies between and at most seven days do.
 */
final class PairingOracle {

  private static final long WEEK = Duration.ofDays(7).toMillis();

  private PairingOracle() {}

  static List<String> pairs(List<Movement> movements, Instant now) {
    List<String> pairs = new ArrayList<>();
    for (Movement one : movements) {
      if (one.plate() == null) {
        boolean in = one.direction().equals("in");
        pairs.add("UNREAD " + (in ? one.position() + "-" : "-" + one.position()));
      } else if (one.direction().equals("in")) {
        Movement next = neighbour(movements, one, true);
        if (next != null
            && next.direction().equals("out")
            && gap(one.time(), next.time()) <= WEEK) {
          pairs.add("COMPLETE " + one.position() + "-" + next.position());
        } else if (next == null) {
          boolean inside = gap(one.time(), now) <= WEEK;
          pairs.add((inside ? "INSIDE " : "NEVER_LEFT ") + one.position() + "-");
        } else {
          boolean soon = gap(one.time(), next.time()) <= WEEK;
          pairs.add((soon ? "ENTERED_AGAIN " : "NEVER_LEFT ") + one.position() + "-");
        }
      } else {
        Movement before = neighbour(movements, one, false);
        boolean paired =
            before != null
                && before.direction().equals("in")
                && gap(before.time(), one.time()) <= WEEK;
        if (!paired) {
          pairs.add("EXIT_ONLY -" + one.position());
        }
      }
    }
    return pairs;
  }

  private static long gap(Instant from, Instant to) {
    return to.toEpochMilli() - from.toEpochMilli();
  }

  private static Movement neighbour(List<Movement> movements, Movement one, boolean after) {
    Movement best = null;
    for (Movement other : movements) {
      boolean same =
          one.plate().equals(other.plate())
              && one.colour().equals(other.colour())
              && one.position() != other.position();
      if (same && (after ? before(one, other) : before(other, one))) {
        boolean nearer = best == null || (after ? before(other, best) : before(best, other));
        best = nearer ? other : best;
      }
    }
    return best;
  }

  private static boolean before(Movement a, Movement b) {
    if (!a.time().equals(b.time())) {
      return a.time().isBefore(b.time());
    }
    if (!a.direction().equals(b.direction())) {
      return a.direction().equals("in");
    }
    return a.position() < b.position();
  }
}
