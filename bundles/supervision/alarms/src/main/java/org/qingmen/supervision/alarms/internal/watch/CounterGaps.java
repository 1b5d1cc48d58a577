package org.qingmen.supervision.alarms.internal.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateDay;

/** Gates that counted more passages than the platform received. */
final class CounterGaps implements Sweep {

  private static final String CODE = "counter-gap";
  private static final double MILLIS_PER_MINUTE = 60_000;

  private final GateHistory gates;
  private final Enterprises enterprises;

  /** Since when each gap is seen; a restart only waits once more. */
  private final Map<String, Instant> since = new HashMap<>();

  CounterGaps(GateHistory gates, Enterprises enterprises) {
    this.gates = gates;
    this.enterprises = enterprises;
  }

  @Override
  public void look(Round round) {
    LocalDate yesterday = round.today.minusDays(1);
    for (GateDay day : gates.days(null, null, yesterday, round.today)) {
      if (day.counted() >= 0) {
        enterprises.find(day.enterprise()).ifPresent(owner -> look(round, day, owner));
      }
    }
    since.values().removeIf(begin -> begin.isBefore(round.now.minus(Duration.ofDays(3))));
  }

  private void look(Round round, GateDay day, Enterprise owner) {
    OptionalDouble tolerance = round.limits.number(owner.division(), "counter.tolerance");
    OptionalDouble minutes = round.limits.number(owner.division(), "counter.minutes");
    if (tolerance.isEmpty() || minutes.isEmpty()) {
      return;
    }
    String key = CODE + '/' + day.enterprise() + '/' + day.barrier() + '/' + day.day();
    if (day.counted() - day.passages() <= tolerance.getAsDouble()) {
      since.remove(key);
      round.state(false, key, () -> null);
      return;
    }
    Instant begin = Optional.ofNullable(since.putIfAbsent(key, round.now)).orElse(round.now);
    double lasted = Duration.between(begin, round.now).toMillis() / MILLIS_PER_MINUTE;
    if (lasted >= minutes.getAsDouble()) {
      round.state(true, key, () -> alarm(key, day, round.now));
    }
  }

  private static Alarm alarm(String key, GateDay day, Instant now) {
    return new Alarm(
        CODE,
        key,
        day.enterprise(),
        null,
        day.barrier(),
        now,
        Map.of("day", day.day().toString(), "counted", day.counted(), "received", day.passages()),
        List.of(new Alarm.Evidence("gate", day.enterprise() + '/' + day.barrier())));
  }
}
