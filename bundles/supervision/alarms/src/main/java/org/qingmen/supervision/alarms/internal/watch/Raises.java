package org.qingmen.supervision.alarms.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateEvent;
import org.qingmen.store.Registry;

/** Barriers raised by hand with no passage recorded beside it. */
final class Raises implements Sweep {

  private static final String CURSOR = "raises";
  private static final int AT_ONCE = 500;
  private static final int MILLIS_PER_MINUTE = 60_000;

  private final GateHistory gates;
  private final Registry registry;
  private long at = -1;

  Raises(GateHistory gates, Registry registry) {
    this.gates = gates;
    this.registry = registry;
  }

  @Override
  public void look(Round round) {
    OptionalDouble window = round.limits.number(null, "raise.record-minutes");
    OptionalDouble grace = round.limits.number(null, "raise.grace-minutes");
    if (window.isEmpty() || grace.isEmpty()) {
      return;
    }
    if (at < 0) {
      at = Cursors.read(registry, CURSOR).map(Long::parseLong).orElse(0L);
    }
    Instant before = round.now.minus(minutes(grace.getAsDouble()));
    List<GateEvent> raises = gates.raisesAfter(at, before, minutes(window.getAsDouble()), AT_ONCE);
    if (!raises.isEmpty()) {
      raises.stream()
          .filter(raise -> !raise.recorded())
          .forEach(raise -> round.event(alarm(raise)));
      at = raises.get(raises.size() - 1).position();
      round.reached(CURSOR, Long.toString(at));
    }
  }

  @Override
  public void forget() {
    at = -1;
  }

  private static Alarm alarm(GateEvent raise) {
    return new Alarm(
        "unrecorded-raise",
        "unrecorded-raise/" + raise.enterprise() + '/' + raise.barrier(),
        raise.enterprise(),
        null,
        raise.barrier(),
        raise.time(),
        Map.of(
            "operator", raise.operator() == null ? "?" : raise.operator(),
            "reason", raise.reason() == null ? "?" : raise.reason()),
        List.of(new Alarm.Evidence("gate-event", raise.id())));
  }

  private static Duration minutes(double minutes) {
    return Duration.ofMillis(Math.round(minutes * MILLIS_PER_MINUTE));
  }
}
