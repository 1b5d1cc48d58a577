package org.qingmen.security.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.kit.MemoryJournal;
import org.qingmen.spi.kit.TestClock;
import org.qingmen.store.testing.MemoryRegistry;

/** The room, wired as the container wires it, on a registry and a journal in memory. */
final class House {

  static final String CEMENT = "91130200700000001K001P";
  static final String STEEL = "91140200700000002K001P";
  static final Principal ROOT = Principal.server("test");
  static final Principal HEBEI =
      new Principal("li", EnumSet.allOf(Role.class), Scope.parse("13"), null);
  static final String PASSWORD = "Clear-Sky-2026";

  final MemoryRegistry registry;
  final MemoryJournal journal;
  final MemoryAudit audit = new MemoryAudit();
  final TestClock clock;
  final Path data;
  final AccountBook accounts;
  final TokenBook tokens;
  final DeviceBook devices;
  final KeyRing keys;

  /** Alarms raised, by code and key. */
  final java.util.List<String> raised = new java.util.concurrent.CopyOnWriteArrayList<>();

  private final org.qingmen.spi.alarm.AlarmSink alarms =
      new org.qingmen.spi.alarm.AlarmSink() {
        @Override
        public void raise(org.qingmen.spi.alarm.Alarm alarm) {
          raised.add(alarm.key());
        }

        @Override
        public void over(String key, java.time.Instant at) {
          raised.remove(key);
        }
      };

  House(Path data) {
    this(data, new MemoryRegistry(), new MemoryJournal(), new TestClock("2026-10-01T00:00:00Z"));
  }

  private House(Path data, MemoryRegistry registry, MemoryJournal journal, TestClock clock) {
    this.data = data;
    this.registry = registry;
    this.journal = journal;
    this.clock = clock;
    Enterprises enterprises = House::find;
    SecuritySettings settings =
        new SecuritySettings(4, Duration.ofHours(12), 3, Duration.ofSeconds(2));
    accounts =
        new AccountBook(registry, audit, enterprises, new AccountsFile(data), settings, clock);
    tokens = new TokenBook(registry, audit, accounts, settings.tokenLife(), clock);
    devices = new DeviceBook(registry, audit, enterprises, clock);
    keys = new KeyRing(registry, audit, devices, journal, alarms, ServerKey.of(data), clock);
    keys.awaitRecall();
  }

  /** The same server after a restart: what is durable is there, what was in memory is not. */
  House restarted() {
    keys.close();
    return new House(data, registry, journal, clock);
  }

  /** An account at root scope that can let people in. */
  void administrator() {
    accounts.create("root", PASSWORD, Set.of(Role.SECURITY_ADMIN), Scope.ROOT, ROOT);
  }

  static Device camera(String id) {
    return new Device(
        id,
        CEMENT,
        "vzenith-http",
        "vzenith",
        "SN-" + id,
        List.of("10.1.2.3"),
        null,
        List.of(new Device.Lane("*", "A", "A01", "1", Map.of("*", "in"))),
        Map.of());
  }

  private static Optional<Enterprise> find(String id) {
    if (CEMENT.equals(id)) {
      return Optional.of(new Enterprise(id, "示例水泥", "130203", List.of("I15"), "B"));
    }
    return STEEL.equals(id)
        ? Optional.of(new Enterprise(id, "示例钢铁", "140203", List.of("I01"), "B"))
        : Optional.empty();
  }
}
