package org.qingmen.supervision.alarms.internal.watch;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateEvent;
import org.qingmen.store.Registry;

/** Barriers raised by hand with no passage recorded beside it. */
final class Raises implements Sweep {

  private static final String CURSOR = "raises";
  private static final int AT_ONCE = 500;
  private static final int MILLIS_PER_MINUTE = 60_000;

  private final GateHistory gates;
  private final Enterprises enterprises;
  private final Registry registry;
  private long at = -1;

  Raises(GateHistory gates, Enterprises enterprises, Registry registry) {
    this.gates = gates;
    this.enterprises = enterprises;
    this.registry = registry;
  }

  @Override
  public void look(Round round) {
    OptionalDouble window = round.limits.number(null, "raise.record-minutes");
    if (window.isEmpty()) {
      return;
    }
    if (at < 0) {
      at = Cursors.read(registry, CURSOR).map(Long::parseLong).orElse(0L);
    }
    long reached = at;
    for (GateEvent raise :
        gates.raisesAfter(at, round.now, minutes(window.getAsDouble()), AT_ONCE)) {
      if (!ripe(round, raise)) {
        break;
      }
      if (!raise.recorded()) {
        round.event(alarm(raise));
      }
      reached = raise.position();
    }
    if (reached > at) {
      at = reached;
      round.reached(CURSOR, Long.toString(at));
    }
  }

  /** Whether the passage beside it would have come by now; the following ones wait for it. */
  private boolean ripe(Round round, GateEvent raise) {
    String division = enterprises.find(raise.enterprise()).map(Enterprise::division).orElse(null);
    double grace = round.limits.number(division, "raise.grace-minutes").orElse(0);
    return raise.received().plus(minutes(grace)).isBefore(round.now);
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
