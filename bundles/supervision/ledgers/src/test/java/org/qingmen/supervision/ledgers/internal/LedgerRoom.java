package org.qingmen.supervision.ledgers.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.store.Draft;
import org.qingmen.store.internal.registry.RegistryService;
import org.qingmen.store.testing.RegistryFixture;
import org.qingmen.supervision.ledgers.Checked;
import org.qingmen.supervision.ledgers.LedgerChecks;

/** The room with the shipped rules, a real registry, and days that tests write. */
final class LedgerRoom implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  final FakeDays days = new FakeDays();
  private final RegistryFixture store = new RegistryFixture();
  final RegistryService registry;
  final LedgerChecks checks;
  private final RulesWorkbench workbench = new RulesWorkbench();

  LedgerRoom() {
    registry = store.registry;
    checks =
        new LedgerCheckService(
            days,
            registry,
            code -> Optional.of(new Enterprise("E", "示例", "130203", List.of("I15"), "B")),
            workbench.judge(Path.of("..", "..", "..", "rules", "cn.ledger")),
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  /** Puts something on file. */
  LedgerRoom file(String kind, String id, String body) {
    registry.put(new Draft(kind, id, "E", "130203", body), "test");
    return this;
  }

  /** Codes of what was found, row by row. */
  static <T> List<List<String>> codes(Checked<T> checked) {
    return checked.rows().stream()
        .map(row -> row.findings().stream().map(Finding::code).sorted().toList())
        .toList();
  }

  @Override
  public void close() {
    workbench.close();
    store.close();
  }
}
