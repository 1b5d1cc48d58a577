package org.qingmen.supervision.response.internal;

import java.util.UUID;
import org.qingmen.store.internal.audit.AuditService;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.db.DatabaseSettings;
import org.qingmen.store.internal.jpa.Entities;
import org.qingmen.store.internal.registry.RegistryService;

/** A registry on an empty database. */
final class OfficeStore implements AutoCloseable {

  final RegistryService registry;
  final AuditService audit;
  private final Database database;
  private final Entities entities;

  OfficeStore() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    database = new Database(new DatabaseSettings(url, "q", "", 4));
    entities = new Entities(database);
    registry = new RegistryService(database, entities);
    audit = new AuditService(entities);
  }

  @Override
  public void close() {
    entities.close();
    database.close();
  }
}
