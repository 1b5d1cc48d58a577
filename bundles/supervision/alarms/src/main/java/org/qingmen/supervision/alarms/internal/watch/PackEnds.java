package org.qingmen.supervision.alarms.internal.watch;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.qingmen.engine.PackStatus;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.pack.PackState;

/**
 * Rule packs in service whose last day comes near while no later version of them serves. The
 * reminder stays as long after the last day as it came before it: then nothing decides any more.
 */
final class PackEnds implements Sweep {

  private final Supplier<List<PackStatus>> packs;

  PackEnds(Supplier<List<PackStatus>> packs) {
    this.packs = packs;
  }

  @Override
  public void look(Round round) {
    List<PackStatus> all =
        packs.get().stream().filter(pack -> pack.state() == PackState.ACTIVE).toList();
    for (PackStatus pack : all) {
      if (pack.descriptor().validTo() != null) {
        look(round, pack, all);
      }
    }
  }

  private static void look(Round round, PackStatus pack, List<PackStatus> all) {
    String division = pack.descriptor().region().code();
    OptionalDouble days = round.limits.number(division, "rule-pack.reminder-days");
    if (days.isEmpty()) {
      return;
    }
    LocalDate last = pack.descriptor().validTo();
    long left = last.toEpochDay() - ChinaTime.day(round.now).toEpochDay();
    boolean near = Math.abs(left) <= days.getAsDouble();
    String key = "rule-pack-ends/" + pack.id() + "/" + pack.version();
    round.state(
        near && all.stream().noneMatch(one -> follows(one, pack)),
        key,
        () -> alarm(pack, key, division, left, round));
  }

  /** Whether another version of the pack goes on after the last day. */
  private static boolean follows(PackStatus one, PackStatus pack) {
    LocalDate last = pack.descriptor().validTo();
    LocalDate to = one.descriptor().validTo();
    return one.id().equals(pack.id())
        && !one.descriptor().validFrom().isAfter(last.plusDays(1))
        && (to == null || to.isAfter(last));
  }

  private static Alarm alarm(PackStatus pack, String key, String division, long left, Round round) {
    Map<String, Object> values =
        Map.of(
            "pack", pack.id(),
            "version", pack.version(),
            "last", pack.descriptor().validTo().toString(),
            "days", (double) left);
    return new Alarm(
        "rule-pack-ends",
        key,
        null,
        division,
        null,
        round.now,
        values,
        List.of(new Alarm.Evidence("rule-pack", pack.id() + "/" + pack.version())));
  }
}
