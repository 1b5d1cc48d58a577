package org.qingmen.intake.internal.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.osgi.service.component.annotations.Component;
import org.qingmen.model.GatePassage;

/**
 * Brings weighings and passages together, in memory: a weighing belongs to the passage at the same
 * barrier nearest in time, and the net mass of a truck is the difference of its weighings on the
 * way in and out.
 */
@Component(service = Weighbridge.class)
public final class Weighbridge {

  /** A weighing and a passage of one truck lie at most so far apart. */
  static final Duration NEAR = Duration.ofMinutes(5);

  /** Between the two weighings of one visit lies at most so much. */
  static final Duration VISIT = Duration.ofHours(24);

  private static final int MOST = 2000;

  private final Deque<Weighed> open = new ArrayDeque<>();
  private final Deque<Seen> passages = new ArrayDeque<>();
  private final Map<String, Weighed> first = new HashMap<>();
  private final Map<String, Ticket> tickets = new HashMap<>();

  private record Seen(
      String enterprise, String barrier, String plate, String receipt, Instant at) {}

  private record Weighed(String enterprise, String barrier, Instant at, double kilograms) {}

  private record Ticket(double netTonnes, Instant at) {}

  /**
   * A passage that a weighing belongs to.
   *
   * @param plate plate of the truck
   * @param receipt receipt of the passage
   * @param otherKilograms its other weighing of the same visit, if any
   */
  record Match(String plate, String receipt, OptionalDouble otherKilograms) {}

  /** Notes a weighing; tells the passage it belongs to when that was seen already. */
  synchronized Optional<Match> weighed(
      String enterprise, String barrier, Instant at, double kilograms) {
    Weighed weighing = new Weighed(enterprise, barrier, at, kilograms);
    Optional<Seen> passage =
        passages.stream()
            .filter(seen -> belongs(weighing, seen.enterprise(), seen.barrier(), seen.at()))
            .reduce((a, b) -> nearer(at, a, b));
    if (passage.isEmpty()) {
      push(open, weighing);
      return Optional.empty();
    }
    return passage.map(seen -> matched(weighing, seen.plate(), seen.receipt()));
  }

  /** Notes a ticket that names its plate and net mass itself. */
  synchronized void ticket(String enterprise, String plate, Instant at, double netTonnes) {
    tickets.put(enterprise + '|' + plate, new Ticket(netTonnes, at));
    tickets.values().removeIf(old -> apart(old.at(), at).compareTo(VISIT) > 0);
  }

  /**
   * The net mass of the ticket that belongs to a passage, in tonnes; notes the passage for the
   * weighings that follow.
   */
  public synchronized Optional<Double> netTonnes(GatePassage passage) {
    Instant at = passage.time().toInstant();
    String plate = passage.plate().number();
    if (plate == null) {
      return Optional.empty();
    }
    push(
        passages,
        new Seen(passage.enterprise(), passage.barrier(), plate, passage.receipt().value(), at));
    Ticket ticket = tickets.get(passage.enterprise() + '|' + plate);
    if (ticket != null && apart(ticket.at(), at).compareTo(Duration.ofHours(2)) <= 0) {
      return Optional.of(ticket.netTonnes());
    }
    Optional<Weighed> weighing =
        open.stream()
            .filter(w -> belongs(w, passage.enterprise(), passage.barrier(), at))
            .findFirst();
    weighing.ifPresent(open::remove);
    return weighing
        .map(w -> matched(w, plate, passage.receipt().value()))
        .filter(match -> match.otherKilograms().isPresent())
        .map(match -> tonnes(weighing.get().kilograms(), match.otherKilograms().getAsDouble()));
  }

  static double tonnes(double one, double other) {
    return Math.abs(one - other) / 1000.0;
  }

  private Match matched(Weighed weighing, String plate, String receipt) {
    String key = weighing.enterprise() + '|' + plate;
    Weighed other = first.get(key);
    first.values().removeIf(old -> apart(old.at(), weighing.at()).compareTo(VISIT) > 0);
    if (other != null && apart(other.at(), weighing.at()).compareTo(VISIT) <= 0) {
      first.remove(key);
      return new Match(plate, receipt, OptionalDouble.of(other.kilograms()));
    }
    first.put(key, weighing);
    return new Match(plate, receipt, OptionalDouble.empty());
  }

  private static boolean belongs(Weighed weighing, String enterprise, String barrier, Instant at) {
    return weighing.enterprise().equals(enterprise)
        && (weighing.barrier() == null || weighing.barrier().equals(barrier))
        && apart(weighing.at(), at).compareTo(NEAR) <= 0;
  }

  private static Seen nearer(Instant at, Seen a, Seen b) {
    return apart(a.at(), at).compareTo(apart(b.at(), at)) <= 0 ? a : b;
  }

  private static Duration apart(Instant a, Instant b) {
    return Duration.between(a, b).abs();
  }

  private static <T> void push(Deque<T> deque, T value) {
    deque.addLast(value);
    if (deque.size() > MOST) {
      deque.removeFirst();
    }
  }
}
