package org.qingmen.engine.internal.osgi;

import org.qingmen.engine.PackStatus;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.spi.health.HealthCheck;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackState;

/** Whether decisions can be made: the packs are loaded and one of them rules the gates. */
final class RulesHealth implements HealthCheck {

  private final PackRegistry registry;

  RulesHealth(PackRegistry registry) {
    this.registry = registry;
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
        ? Status.wellAndEssential()
        : new Status(false, false, "no pack of kind gate is active, so every vehicle is let in");
  }

  private static boolean rulesGates(PackStatus status) {
    return status.state() == PackState.ACTIVE && status.descriptor().kind() == Kind.GATE;
  }
}
