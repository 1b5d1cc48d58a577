package org.qingmen.engine.internal.osgi;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.spi.health.HealthCheck;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackState;

/** Whether decisions can be made: the packs are loaded and one of them rules the gates. */
final class RulesHealth implements HealthCheck {

  private final PackRegistry registry;
  private final int days;
  private final Clock clock;

  /**
   * Checks these packs.
   *
   * @param days how many days before a pack ends that is reminded of
   */
  RulesHealth(PackRegistry registry, int days, Clock clock) {
    this.registry = registry;
    this.days = days;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "rules";
  }

  @Override
  public Status check() {
    if (!registry.isOpen()) {
      return new Status(false, true, "the rule packs are being loaded; see the log if this lasts");
    }
    boolean gate = registry.list().stream().anyMatch(RulesHealth::rulesGates);
    return gate
        ? new Status(true, true, reminders())
        : new Status(false, false, "no pack of kind gate is active, so every vehicle is let in");
  }

  /** Packs in service that end soon, were built on an older base, or have a rule stopped. */
  private String reminders() {
    LocalDate soon = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(8)).plusDays(days);
    List<String> said = new ArrayList<>();
    for (PackStatus pack : registry.list()) {
      String name = pack.id() + " " + pack.version();
      if (pack.state() == PackState.ACTIVE) {
        LocalDate last = pack.descriptor().validTo();
        boolean ends = last != null && !last.isAfter(soon) && !last.isBefore(soon.minusDays(days));
        said.addAll(ends ? List.of(name + " ends on " + last) : List.of());
        said.addAll(pack.olderBase() ? List.of(name + " is built on an older base") : List.of());
        pack.stopped().forEach(rule -> said.add(name + " has rule " + rule.code() + " stopped"));
      }
    }
    return String.join("; ", said);
  }

  private static boolean rulesGates(PackStatus status) {
    return status.state() == PackState.ACTIVE && status.descriptor().kind() == Kind.GATE;
  }
}
