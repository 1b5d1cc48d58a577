package org.qingmen.store.internal.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceException;
import java.net.URL;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.persistence.exceptions.EclipseLinkException;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.db.Outage;

/** Entity managers; the factory is made when the database is first needed and reached. */
@Component(service = Entities.class)
public final class Entities implements AutoCloseable {

  private final Database database;
  private EntityManagerFactory factory;

  @Activate
  public Entities(@Reference Database database) {
    this.database = database;
  }

  /** Reads in one transaction. */
  public <T> T read(Function<EntityManager, T> work) {
    return run(work);
  }

  /** Writes in one transaction that is on disk when this returns. */
  public <T> T write(Function<EntityManager, T> work) {
    T result = run(work);
    database.sync();
    return result;
  }

  @Deactivate
  @Override
  public synchronized void close() {
    if (factory != null) {
      factory.close();
      factory = null;
    }
  }

  private <T> T run(Function<EntityManager, T> work) {
    database.requireReachable();
    try (EntityManager manager = factory().createEntityManager()) {
      return inTransaction(manager, work);
    } catch (PersistenceException | EclipseLinkException e) {
      if (Outage.in(e)) {
        throw database.away(e);
      }
      throw e;
    }
  }

  private static <T> T inTransaction(EntityManager manager, Function<EntityManager, T> work) {
    manager.getTransaction().begin();
    try {
      T result = work.apply(manager);
      manager.getTransaction().commit();
      return result;
    } finally {
      if (manager.getTransaction().isActive()) {
        manager.getTransaction().rollback();
      }
    }
  }

  private synchronized EntityManagerFactory factory() {
    if (factory == null) {
      StoreUnit unit = new StoreUnit(database.dataSource(), root(), database.dialect().platform());
      factory = new PersistenceProvider().createContainerEntityManagerFactory(unit, Map.of());
    }
    return factory;
  }

  /** The bundle's root entry; outside a container the place the classes come from. */
  private static URL root() {
    Bundle bundle = FrameworkUtil.getBundle(Entities.class);
    return bundle == null
        ? Entities.class.getProtectionDomain().getCodeSource().getLocation()
        : bundle.getEntry("/");
  }
}
