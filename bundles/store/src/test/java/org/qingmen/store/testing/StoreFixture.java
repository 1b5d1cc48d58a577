package org.qingmen.store.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.kit.MemoryJournal;
import org.qingmen.store.internal.audit.AuditService;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.db.DatabaseSettings;
import org.qingmen.store.internal.jpa.Entities;
import org.qingmen.store.internal.project.GateSettings;
import org.qingmen.store.internal.project.ProjectionService;
import org.qingmen.store.internal.read.ChainReader;
import org.qingmen.store.internal.read.GateReader;
import org.qingmen.store.internal.read.HourReader;
import org.qingmen.store.internal.read.LedgerReader;
import org.qingmen.store.internal.read.PassageReader;
import org.qingmen.store.internal.read.QuarantineReader;
import org.qingmen.store.internal.read.StatisticsReader;
import org.qingmen.store.internal.registry.RegistryService;
import org.qingmen.store.internal.suspicion.SuspicionTables;

/** The whole store on one database, without a container. */
public final class StoreFixture implements AutoCloseable {

  private static final GateSettings GATES = new GateSettings(3, 10, 5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  public final MemoryJournal journal;
  public final Database database;
  public final Entities entities;
  public final RegistryService registry;
  public final AuditService audit;
  public final PassageReader passages;
  public final StatisticsReader statistics;
  public final LedgerReader ledgers;
  public final QuarantineReader quarantine;
  public final ProjectionService projection;
  public final ChainReader chains;
  public final HourReader hours;
  public final SuspicionTables suspicions;
  public final GateReader gates;

  public StoreFixture(DatabaseSettings settings) {
    this(settings, new MemoryJournal());
  }

  public StoreFixture(DatabaseSettings settings, MemoryJournal journal) {
    this.journal = journal;
    database = new Database(settings);
    entities = new Entities(database);
    registry = new RegistryService(database, entities);
    audit = new AuditService(entities);
    passages = new PassageReader(database, registry);
    statistics = new StatisticsReader(database, registry);
    ledgers = new LedgerReader(database);
    quarantine = new QuarantineReader(entities);
    chains = new ChainReader(database);
    hours = new HourReader(database);
    suspicions = new SuspicionTables(database);
    gates = new GateReader(database, registry, GATES);
    projection = new ProjectionService(database, journal, GATES);
  }

  /** Appends passages and waits until they are projected. */
  public void receive(PassageEntry... entries) throws InterruptedException {
    append(Arrays.stream(entries).map(PassageEntry::entry).toArray(JournalEntry[]::new));
  }

  /** Appends a document of another kind and waits until it is projected. */
  public void receive(JournalEntry.Kind kind, String document) throws InterruptedException {
    byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
    append(
        new JournalEntry(kind, Instant.parse("2026-10-02T00:00:00Z"), "test", new byte[7], bytes));
  }

  public void append(JournalEntry... entries) throws InterruptedException {
    journal.append(List.of(entries));
    assertThat(projection.awaitPosition(journal.end(), PATIENCE)).isTrue();
  }

  /** Waits until every enterprise's traffic is counted where the registers say it belongs. */
  public void awaitAreas() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (stale() > 0) {
      assertThat(System.nanoTime()).as("still counting areas").isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  private int stale() {
    return database.read(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row =
                  statement.executeQuery("SELECT COUNT(*) FROM traffic_home WHERE stale = 1")) {
            row.next();
            return row.getInt(1);
          }
        });
  }

  /** Changes the database behind the store's back. */
  public void tamper(String sql) {
    database.write(
        (Connection connection) -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  @Override
  public void close() throws Exception {
    projection.close();
    entities.close();
    database.close();
  }
}
