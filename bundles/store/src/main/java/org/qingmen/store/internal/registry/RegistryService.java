package org.qingmen.store.internal.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.VersionConflictException;
import org.qingmen.store.WriteDemands;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.jpa.Entities;
import org.qingmen.store.internal.jpa.RegistryRow;

/** Registry on versioned rows. */
@Component
public final class RegistryService implements Registry, WriteDemands {

  private static final String LATEST =
      "SELECT r FROM RegistryRow r WHERE r.kind = :kind AND r.docId = :id AND r.latest = true";

  private final Database database;
  private final Entities entities;
  private final Listeners listeners = new Listeners();
  private final Demands demands = new Demands();
  private final Clock clock;

  @Activate
  public RegistryService(@Reference Database database, @Reference Entities entities) {
    this(database, entities, Clock.systemUTC());
  }

  public RegistryService(Database database, Entities entities, Clock clock) {
    this.database = database;
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public List<Document> putAll(List<Draft> drafts, String actor) {
    // One writer per process: listeners hear the changes in the order of the versions.
    synchronized (listeners) {
      List<Document> documents =
          entities.write(m -> new RegistryBatch(m, actor, now(), demands).store(drafts));
      documents.forEach(this::told);
      return documents;
    }
  }

  @Override
  public Document put(Draft draft, String actor, Long expectedVersion) {
    synchronized (listeners) {
      return told(entities.write(m -> store(m, draft, actor, expectedVersion)));
    }
  }

  @Override
  public boolean delete(String kind, String id, String actor) {
    synchronized (listeners) {
      Optional<Document> deleted = entities.write(m -> bury(m, kind, id, actor));
      deleted.ifPresent(this::told);
      return deleted.isPresent();
    }
  }

  @Override
  public Optional<Document> get(String kind, String id) {
    return entities
        .read(m -> latest(m, kind, id, LockModeType.NONE))
        .filter(row -> !row.deleted())
        .map(RegistryRow::toDocument);
  }

  @Override
  public Optional<Document> getAsOf(String kind, String id, Instant at) {
    return history(kind, id).stream()
        .filter(document -> !document.at().isAfter(at))
        .findFirst()
        .filter(document -> !document.deleted());
  }

  @Override
  public Page<Document> list(RegistryQuery query) {
    return entities.read(m -> RegistryQueries.page(m, query));
  }

  @Override
  public List<Document> listAsOf(String kind, String enterprise, Instant at) {
    return entities.read(m -> RegistryQueries.asOf(m, kind, enterprise, at));
  }

  @Override
  public Page<Document> listAsOf(RegistryQuery query, Instant at) {
    return entities.read(m -> RegistryQueries.page(m, query, at));
  }

  @Override
  public List<Document> getAll(String kind, Collection<String> ids) {
    return entities.read(m -> RegistryQueries.present(m, kind, ids));
  }

  @Override
  public Page<Document> changes(
      String enterprise, Collection<String> kinds, String cursor, int limit) {
    return entities.read(m -> RegistryChanges.page(m, enterprise, kinds, cursor, limit));
  }

  @Override
  public List<Document> history(String kind, String id) {
    return entities.read(m -> RegistryQueries.history(m, kind, id));
  }

  @Override
  public Stream<Document> all(String kind) {
    return entities.read(m -> RegistryQueries.all(m, kind)).stream();
  }

  @Override
  public Registration addListener(String kind, Consumer<Document> listener) {
    return listeners.add(kind, listener);
  }

  @Override
  public Registration whenReachable(Runnable action) {
    return database.whenReachable(action);
  }

  @Override
  public void make(String kind, String id, Consumer<Document> demand) {
    demands.make(kind, id, demand);
  }

  @Override
  public void forget() {
    demands.forget();
  }

  private Document store(EntityManager m, Draft draft, String actor, Long expected) {
    RegistryRow before =
        latest(m, draft.kind(), draft.id(), LockModeType.PESSIMISTIC_WRITE).orElse(null);
    long present = before == null || before.deleted() ? 0 : before.version();
    if (expected != null && expected != present) {
      throw new VersionConflictException(draft.kind(), draft.id(), expected, present);
    }
    demands.hold(draft.kind(), draft.id(), before);
    RegistryRow row = RegistryRow.after(before, draft, actor, now());
    m.persist(row);
    m.flush();
    if (draft.kind().equals("enterprise")) {
      EnterpriseTable.remember(m, draft.id(), draft.division());
    }
    return row.toDocument();
  }

  private Optional<Document> bury(EntityManager m, String kind, String id, String actor) {
    RegistryRow before = latest(m, kind, id, LockModeType.PESSIMISTIC_WRITE).orElse(null);
    if (before == null || before.deleted()) {
      return Optional.empty();
    }
    demands.hold(kind, id, before);
    Document last = before.toDocument();
    Draft draft = new Draft(kind, id, last.enterprise(), last.division(), last.body());
    RegistryRow row = RegistryRow.after(before, draft, actor, now()).asDeletion();
    m.persist(row);
    m.flush();
    if (kind.equals("enterprise")) {
      EnterpriseTable.changed(m, id);
    }
    return Optional.of(row.toDocument());
  }

  private static Optional<RegistryRow> latest(
      EntityManager m, String kind, String id, LockModeType lock) {
    return m.createQuery(LATEST, RegistryRow.class)
        .setParameter("kind", kind)
        .setParameter("id", id)
        .setLockMode(lock)
        .getResultStream()
        .findFirst();
  }

  private Document told(Document document) {
    listeners.tell(document);
    return document;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
