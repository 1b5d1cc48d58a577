package org.qingmen.supervision.ledgers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.store.EnterpriseDays.Movement;
import org.qingmen.store.LedgerRow;
import org.qingmen.supervision.ledgers.TicketCheck;

/** Brings weigh tickets, their other weighing and their passage together. */
final class Tickets {

  private final Limits limits;
  private final Map<String, List<Movement>> byPlate = new HashMap<>();
  private final Map<String, Movement> byReceipt = new HashMap<>();

  private record Weighed(
      String serial, Instant time, String plate, Double gross, Double tare, JsonNode body) {

    /** Whether it holds one weighing only, so that the net mass needs another ticket. */
    boolean half() {
      return !body.path("net").isNumber() && (gross == null) != (tare == null);
    }
  }

  Tickets(Limits limits, List<Movement> movements) {
    this.limits = limits;
    for (Movement movement : movements) {
      byReceipt.put(movement.receipt(), movement);
      if (movement.plate() != null) {
        byPlate.computeIfAbsent(movement.plate(), p -> new ArrayList<>()).add(movement);
      }
    }
  }

  /** Checks rows of the ledger of weigh tickets. */
  List<TicketCheck> check(List<LedgerRow> rows) {
    List<Weighed> tickets =
        rows.stream().map(Tickets::read).sorted(Comparator.comparing(Weighed::time)).toList();
    Map<String, Weighed> others = pairs(tickets);
    return tickets.stream().map(ticket -> check(ticket, others.get(ticket.serial()))).toList();
  }

  /** The other weighing of each ticket that holds one only: of the same plate, the next one. */
  private Map<String, Weighed> pairs(List<Weighed> tickets) {
    Map<String, Weighed> waiting = new HashMap<>();
    Map<String, Weighed> others = new HashMap<>();
    for (Weighed ticket : tickets) {
      if (!ticket.half() || ticket.plate() == null) {
        continue;
      }
      Weighed first = waiting.get(ticket.plate());
      boolean near =
          first != null
              && Duration.between(first.time(), ticket.time()).compareTo(limits.weighings()) <= 0;
      if (near && (first.gross() == null) != (ticket.gross() == null)) {
        others.put(first.serial(), ticket);
        others.put(ticket.serial(), first);
        waiting.remove(ticket.plate());
      } else {
        waiting.put(ticket.plate(), ticket);
      }
    }
    return others;
  }

  private TicketCheck check(Weighed ticket, Weighed other) {
    Optional<Movement> passage = passage(ticket);
    return new TicketCheck(
        ticket.serial(),
        ticket.time(),
        ticket.plate(),
        LedgerJson.text(ticket.body(), "material"),
        ticket.gross(),
        ticket.tare(),
        net(ticket, other),
        other == null ? null : other.serial(),
        passage.map(Movement::receipt).orElse(null),
        passage.map(Movement::tonnes).orElse(null),
        passage.map(p -> apart(ticket, p).toSeconds() / 60.0).orElse(null));
  }

  private static Double net(Weighed ticket, Weighed other) {
    Double written = LedgerJson.tonnes(ticket.body(), "net");
    if (written != null) {
      return written;
    }
    Double gross = ticket.gross() == null && other != null ? other.gross() : ticket.gross();
    Double tare = ticket.tare() == null && other != null ? other.tare() : ticket.tare();
    return gross == null || tare == null ? null : gross - tare;
  }

  private Optional<Movement> passage(Weighed ticket) {
    Movement named = byReceipt.get(LedgerJson.text(ticket.body(), "receipt"));
    if (named != null) {
      return Optional.of(named);
    }
    return byPlate.getOrDefault(String.valueOf(ticket.plate()), List.of()).stream()
        .filter(movement -> apart(ticket, movement).compareTo(limits.ticketToPassage()) <= 0)
        .min(Comparator.comparing((Movement movement) -> apart(ticket, movement)));
  }

  private static Duration apart(Weighed ticket, Movement movement) {
    return Duration.between(ticket.time(), movement.time()).abs();
  }

  private static Weighed read(LedgerRow row) {
    JsonNode body = LedgerJson.read(row.body());
    return new Weighed(
        row.serial(),
        LedgerJson.time(body),
        LedgerJson.text(body, "plate"),
        LedgerJson.tonnes(body, "gross"),
        LedgerJson.tonnes(body, "tare"),
        body);
  }
}
