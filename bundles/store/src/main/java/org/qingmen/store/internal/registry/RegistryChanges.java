package org.qingmen.store.internal.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.store.PageCursor;
import org.qingmen.store.internal.jpa.RegistryRow;

/** What was changed in the registers of an enterprise, newest first. */
final class RegistryChanges {

  private static final String SELECT =
      "SELECT r FROM RegistryRow r WHERE r.enterprise = :enterprise AND r.kind IN :kinds"
          + " ORDER BY r.written DESC, r.kind, r.docId, r.version DESC";

  private RegistryChanges() {}

  /** The cursor is the number of versions that were shown before. */
  static Page<Document> page(
      EntityManager manager,
      String enterprise,
      Collection<String> kinds,
      String cursor,
      int limit) {
    int first = (int) Math.min(PageCursor.number(cursor, 0), Integer.MAX_VALUE);
    TypedQuery<RegistryRow> query =
        manager
            .createQuery(SELECT, RegistryRow.class)
            .setParameter("enterprise", enterprise)
            .setParameter("kinds", List.copyOf(kinds))
            .setFirstResult(first)
            .setMaxResults(limit + 1);
    List<Document> found = query.getResultStream().map(RegistryRow::toDocument).toList();
    boolean more = found.size() > limit;
    return new Page<>(
        more ? found.subList(0, limit) : found, more ? String.valueOf(first + limit) : null);
  }
}
