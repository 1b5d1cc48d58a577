package org.qingmen.supervision.ledgers.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.store.Draft;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.db.DatabaseSettings;
import org.qingmen.store.internal.jpa.Entities;
import org.qingmen.store.internal.registry.RegistryService;
import org.qingmen.supervision.ledgers.Checked;
import org.qingmen.supervision.ledgers.LedgerChecks;

/** The room with the shipped rules, a real registry, and days that tests write. */
final class LedgerRoom implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

  final FakeDays days = new FakeDays();
  final RegistryService registry;
  final LedgerChecks checks;
  private final RulesWorkbench workbench = new RulesWorkbench();
  private final Database database;
  private final Entities entities;

  LedgerRoom() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    database = new Database(new DatabaseSettings(url, "q", "", 4));
    entities = new Entities(database);
    registry = new RegistryService(database, entities);
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
    entities.close();
    database.close();
  }
}
