package org.qingmen.store.internal.db;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.health.HealthCheck;

/** Tells whether the database is there; records are taken without it. */
@Component
public final class StoreHealth implements HealthCheck {

  private final Database database;

  @Activate
  public StoreHealth(@Reference Database database) {
    this.database = database;
  }

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Status check() {
    return database.reachable()
        ? new Status(true, false, String.join("; ", database.warnings()))
        : new Status(false, false, database.name() + " is away: " + database.trouble());
  }
}
