package org.qingmen.store.testing;

import java.time.Clock;
import java.util.UUID;
import org.qingmen.store.internal.audit.AuditService;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.db.DatabaseSettings;
import org.qingmen.store.internal.jpa.Entities;
import org.qingmen.store.internal.registry.RegistryService;

/** The real registry and audit trail on an empty database that ends with the process. */
public final class RegistryFixture implements AutoCloseable {

  public final Database database;
  public final RegistryService registry;
  public final AuditService audit;
  private final Entities entities;

  public RegistryFixture() {
    this(Clock.systemUTC());
  }

  /** With a clock that dates the versions. */
  public RegistryFixture(Clock clock) {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    database = new Database(new DatabaseSettings(url, "q", "", 6));
    entities = new Entities(database);
    registry = new RegistryService(database, entities, clock);
    audit = new AuditService(entities);
  }

  @Override
  public void close() {
    entities.close();
    database.close();
  }
}
