package org.qingmen.supervision.alarms.internal.watch;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateHours;
import org.qingmen.store.Registry;

/**
 * Gates without any passage in an hour of the week in which there were always some. What is usual
 * is learnt from the same hour of the weeks before.
 */
final class SilentHours implements Sweep {

  private static final String CURSOR = "silence";
  private static final int DAYS_PER_WEEK = 7;
  private static final int MOST_WEEKS = 52;

  /** Records of the hour's last minutes are still on their way. */
  private static final int GRACE_MINUTES = 15;

  private final GateHistory gates;
  private final Enterprises enterprises;
  private final Registry registry;
  private String done;

  SilentHours(GateHistory gates, Enterprises enterprises, Registry registry) {
    this.gates = gates;
    this.enterprises = enterprises;
    this.registry = registry;
  }

  @Override
  public void look(Round round) {
    LocalDateTime hour =
        LocalDateTime.ofInstant(round.now, ChinaTime.ZONE)
            .minusMinutes(GRACE_MINUTES)
            .truncatedTo(ChronoUnit.HOURS)
            .minusHours(1);
    if (done == null) {
      done = Cursors.read(registry, CURSOR).orElse("");
    }
    OptionalDouble weeks = round.limits.number(null, "silence.weeks");
    if (weeks.isEmpty() || done.equals(hour.toString())) {
      return;
    }
    look(round, hour, Math.min(MOST_WEEKS, (int) weeks.getAsDouble()));
    done = hour.toString();
    round.reached(CURSOR, done);
  }

  @Override
  public void forget() {
    done = null;
  }

  private void look(Round round, LocalDateTime hour, int weeks) {
    Map<String, List<Integer>> before = new HashMap<>();
    for (int week = 1; week <= weeks; week++) {
      for (GateHours past : of(hour.toLocalDate().minusDays((long) week * DAYS_PER_WEEK))) {
        before
            .computeIfAbsent(gate(past), gate -> new ArrayList<>())
            .add(past.passages().get(hour.getHour()));
      }
    }
    for (GateHours now : of(hour.toLocalDate())) {
      if (now.passages().get(hour.getHour()) > 0) {
        before.remove(gate(now));
      }
    }
    before.forEach((gate, counts) -> silent(round, hour, gate, counts, weeks));
  }

  private void silent(
      Round round, LocalDateTime hour, String gate, List<Integer> counts, int weeks) {
    String enterprise = gate.substring(0, gate.indexOf('/'));
    Optional<Enterprise> owner = enterprises.find(enterprise);
    OptionalDouble least =
        round.limits.number(owner.map(Enterprise::division).orElse(null), "silence.passages");
    boolean never =
        least.isPresent()
            && counts.size() == weeks
            && counts.stream().allMatch(count -> count >= least.getAsDouble());
    // A gate that is known to be offline is silent for that reason.
    if (owner.isPresent() && never && !round.lasting("gate-offline/" + gate)) {
      round.event(
          new Alarm(
              "silent-hour",
              "silent-hour/" + gate,
              enterprise,
              null,
              gate.substring(gate.indexOf('/') + 1),
              hour.atZone(ChinaTime.ZONE).toInstant(),
              Map.of("hour", hour.toString().replace('T', ' '), "weeks", weeks),
              List.of(new Alarm.Evidence("gate", gate))));
    }
  }

  private List<GateHours> of(LocalDate day) {
    return gates.hours(day, day);
  }

  private static String gate(GateHours hours) {
    return hours.enterprise() + '/' + hours.barrier();
  }
}
