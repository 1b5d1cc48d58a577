package org.qingmen.supervision.alarms.internal.watch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.GateHistory.GateState;
import org.qingmen.supervision.alarms.Gates;

/** The gates from their history, held against the limits of the alarm packs. */
@Component
public final class GateBook implements Gates {

  private static final double MILLIS_PER_SECOND = 1000.0;

  private final GateHistory history;
  private final Enterprises enterprises;
  private final Judge judge;
  private final Clock clock = Clock.systemUTC();

  /** Wired by the container. */
  @Activate
  public GateBook(
      @Reference GateHistory history, @Reference Enterprises enterprises, @Reference Judge judge) {
    this.history = history;
    this.enterprises = enterprises;
    this.judge = judge;
  }

  @Override
  public List<Gate> list(String enterprise, String divisionPrefix) {
    Instant now = clock.instant();
    LocalDate today = ChinaTime.day(now);
    Limits limits = new Limits(judge, today);
    Map<String, GateState> states = new TreeMap<>();
    Map<String, GateDay> days = new TreeMap<>();
    history
        .states(enterprise, divisionPrefix)
        .forEach(state -> states.put(state.enterprise() + '/' + state.barrier(), state));
    history
        .days(enterprise, divisionPrefix, today, today)
        .forEach(day -> days.put(day.enterprise() + '/' + day.barrier(), day));
    Map<String, Boolean> keys = new TreeMap<>();
    states.keySet().forEach(key -> keys.put(key, true));
    days.keySet().forEach(key -> keys.put(key, true));
    List<Gate> gates = new ArrayList<>();
    for (String key : keys.keySet()) {
      int slash = key.indexOf('/');
      gates.add(
          gate(
              key.substring(0, slash),
              key.substring(slash + 1),
              states.get(key),
              days.get(key),
              limits,
              now));
    }
    return gates;
  }

  private Gate gate(
      String code, String barrier, GateState state, GateDay day, Limits limits, Instant now) {
    Optional<Enterprise> owner = enterprises.find(code);
    String division = owner.map(Enterprise::division).orElse(null);
    return new Gate(
        code,
        owner.map(Enterprise::name).orElse(null),
        division,
        barrier,
        shown(state, division, limits, now),
        state,
        day,
        transmission(day));
  }

  private static String shown(GateState state, String division, Limits limits, Instant now) {
    if (state == null) {
      return "never";
    }
    if (state.lastHeartbeat() == null) {
      return "silent";
    }
    OptionalDouble beat = limits.number(division, "gate.heartbeat-seconds");
    OptionalDouble missed = limits.number(division, "gate.offline-missed");
    Instant sign = state.lastHeartbeat();
    if (state.lastPassage() != null && state.lastPassage().isAfter(sign)) {
      sign = state.lastPassage();
    }
    double silent = Duration.between(sign, now).toMillis() / MILLIS_PER_SECOND;
    boolean online =
        beat.isEmpty() || missed.isEmpty() || silent <= beat.getAsDouble() * missed.getAsDouble();
    return online ? "online" : "offline";
  }

  private static Double transmission(GateDay day) {
    if (day == null) {
      return null;
    }
    long all = Math.max(day.counted(), day.passages());
    return all <= 0 ? null : (day.passages() - day.late()) / (double) all;
  }
}
