package org.qingmen.supervision.alarms.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.store.GateHistory;
import org.qingmen.store.Page;

/** A gates' history that a test writes by hand. */
final class MemoryGates implements GateHistory {

  final List<GateState> states = new ArrayList<>();
  final List<GateDay> days = new ArrayList<>();
  final List<GateHours> hours = new ArrayList<>();
  final List<GateEvent> raises = new ArrayList<>();

  @Override
  public List<GateDay> days(String enterprise, String prefix, LocalDate from, LocalDate to) {
    return days.stream().filter(d -> !d.day().isBefore(from) && !d.day().isAfter(to)).toList();
  }

  @Override
  public List<GateState> states(String enterprise, String prefix) {
    return List.copyOf(states);
  }

  @Override
  public Page<GateEvent> events(GateEventQuery query) {
    return new Page<>(raises, null);
  }

  @Override
  public List<GateEvent> raisesAfter(long after, Instant before, Duration window, int limit) {
    return raises.stream()
        .filter(r -> r.position() > after && r.received().isBefore(before))
        .toList();
  }

  @Override
  public List<GateHours> hours(LocalDate from, LocalDate to) {
    return hours.stream().filter(h -> !h.day().isBefore(from) && !h.day().isAfter(to)).toList();
  }
}
