package org.qingmen.store.internal.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.store.PageCursor;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.internal.jpa.RegistryRow;

/** Questions to the registry. */
final class RegistryQueries {

  private RegistryQueries() {}

  private static final int IDS_AT_ONCE = 500;

  private static final String NEWEST =
      "r.version = (SELECT MAX(v.version) FROM RegistryRow v WHERE v.kind = r.kind"
          + " AND v.docId = r.docId AND v.written <= :at)";

  static Page<Document> page(EntityManager manager, RegistryQuery query) {
    return page(manager, query, null);
  }

  /** Now, or as it was at an instant. */
  static Page<Document> page(EntityManager manager, RegistryQuery query, Instant at) {
    Map<String, Object> values = new LinkedHashMap<>();
    StringBuilder where = new StringBuilder("r.deleted = false");
    if (at == null) {
      where.append(" AND r.latest = true");
    } else {
      add(where, values, NEWEST, "at", at.toEpochMilli());
    }
    add(where, values, "r.kind = :kind", "kind", query.kind());
    add(where, values, "r.enterprise = :enterprise", "enterprise", query.enterprise());
    add(where, values, "r.docId > :cursor", "cursor", PageCursor.id(query.cursor()));
    if (query.divisionPrefix() != null && !query.divisionPrefix().isEmpty()) {
      add(where, values, "r.division LIKE :division", "division", query.divisionPrefix() + "%");
    }
    if (query.text() != null && !query.text().isBlank()) {
      String pattern = "%" + escape(query.text()) + "%";
      String clause = "(r.docId LIKE :text ESCAPE '!' OR r.body LIKE :text ESCAPE '!')";
      add(where, values, clause, "text", pattern);
    }
    List<Document> found = select(manager, where + " ORDER BY r.docId", values, query.limit() + 1);
    boolean more = found.size() > query.limit();
    List<Document> items = more ? found.subList(0, query.limit()) : found;
    return new Page<>(items, more ? PageCursor.after(items.get(items.size() - 1).id()) : null);
  }

  static List<Document> all(EntityManager manager, String kind) {
    return select(
        manager,
        "r.kind = :kind AND r.latest = true AND r.deleted = false ORDER BY r.docId",
        Map.of("kind", kind),
        Integer.MAX_VALUE);
  }

  static List<Document> history(EntityManager manager, String kind, String id) {
    return select(
        manager,
        "r.kind = :kind AND r.docId = :id ORDER BY r.version DESC",
        Map.of("kind", kind, "id", id),
        Integer.MAX_VALUE);
  }

  static List<Document> asOf(EntityManager manager, String kind, String enterprise, Instant at) {
    return select(
        manager,
        "r.kind = :kind AND r.enterprise = :enterprise AND r.deleted = false AND "
            + NEWEST
            + " ORDER BY r.docId",
        Map.of("kind", kind, "enterprise", enterprise, "at", at.toEpochMilli()),
        Integer.MAX_VALUE);
  }

  static List<Document> present(EntityManager manager, String kind, Collection<String> ids) {
    List<String> asked = List.copyOf(ids);
    List<Document> found = new ArrayList<>();
    for (int i = 0; i < asked.size(); i += IDS_AT_ONCE) {
      List<String> some = asked.subList(i, Math.min(i + IDS_AT_ONCE, asked.size()));
      String where = "r.kind = :kind AND r.latest = true AND r.deleted = false AND r.docId IN :ids";
      found.addAll(select(manager, where, Map.of("kind", kind, "ids", some), Integer.MAX_VALUE));
    }
    return found;
  }

  private static List<Document> select(
      EntityManager manager, String where, Map<String, Object> values, int limit) {
    TypedQuery<RegistryRow> query =
        manager.createQuery("SELECT r FROM RegistryRow r WHERE " + where, RegistryRow.class);
    values.forEach(query::setParameter);
    if (limit < Integer.MAX_VALUE) {
      query.setMaxResults(limit);
    }
    return query.getResultStream().map(RegistryRow::toDocument).toList();
  }

  private static void add(
      StringBuilder where, Map<String, Object> values, String clause, String name, Object value) {
    if (value != null) {
      where.append(" AND ").append(clause);
      values.put(name, value);
    }
  }

  private static String escape(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
