package org.qingmen.supervision.alarms.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateState;

/** Gates that send heartbeats and stop, whose clock is off, or that report faults. */
final class OfflineGates implements Sweep {

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final double MILLIS_PER_SECOND = 1000.0;

  private final GateHistory gates;
  private final Enterprises enterprises;
  private final Instant started;

  /**
   * @param started since when this server listens; what was before is not the gates' silence
   */
  OfflineGates(GateHistory gates, Enterprises enterprises, Instant started) {
    this.gates = gates;
    this.enterprises = enterprises;
    this.started = started;
  }

  @Override
  public void look(Round round) {
    for (GateState state : gates.states(null, null)) {
      Optional<Enterprise> enterprise = enterprises.find(state.enterprise());
      if (enterprise.isPresent() && state.lastHeartbeat() != null) {
        String division = enterprise.get().division();
        offline(round, state, division);
        clock(round, state, division);
        fault(round, state);
      }
    }
  }

  private void offline(Round round, GateState state, String division) {
    OptionalDouble beat = round.limits.number(division, "gate.heartbeat-seconds");
    OptionalDouble missed = round.limits.number(division, "gate.offline-missed");
    if (beat.isEmpty() || missed.isEmpty()) {
      return;
    }
    Instant sign = later(state.lastHeartbeat(), state.lastPassage());
    double silent =
        Duration.between(later(sign, started), round.now).toMillis() / MILLIS_PER_SECOND;
    round.state(
        silent > beat.getAsDouble() * missed.getAsDouble(),
        key("gate-offline", state),
        () ->
            alarm(
                "gate-offline",
                state,
                sign,
                Map.of(
                    "since", SHOWN.format(sign.atZone(ChinaTime.ZONE)), "silentSeconds", silent)));
  }

  private static void clock(Round round, GateState state, String division) {
    OptionalDouble limit = round.limits.number(division, "gate.clock-seconds");
    if (limit.isPresent() && state.clockSkewMillis() != null) {
      double skew = state.clockSkewMillis() / MILLIS_PER_SECOND;
      round.state(
          Math.abs(skew) > limit.getAsDouble(),
          key("gate-clock", state),
          () -> alarm("gate-clock", state, round.now, Map.of("skewSeconds", Math.round(skew))));
    }
  }

  private static void fault(Round round, GateState state) {
    round.state(
        !state.faults().isEmpty(),
        key("gate-fault", state),
        () ->
            alarm(
                "gate-fault",
                state,
                round.now,
                Map.of("faults", String.join(", ", state.faults()))));
  }

  private static Alarm alarm(String code, GateState state, Instant at, Map<String, Object> values) {
    String gate = state.enterprise() + '/' + state.barrier();
    return new Alarm(
        code,
        key(code, state),
        state.enterprise(),
        null,
        state.barrier(),
        at,
        values,
        List.of(new Alarm.Evidence("gate", gate)));
  }

  private static String key(String code, GateState state) {
    return code + '/' + state.enterprise() + '/' + state.barrier();
  }

  private static Instant later(Instant one, Instant other) {
    return other == null || one.isAfter(other) ? one : other;
  }
}
