package org.qingmen.store.internal.registry;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.internal.jpa.RegistryRow;

/** Many documents in one transaction: what is there is read some hundred at once. */
final class RegistryBatch {

  private static final int AT_ONCE = 500;
  private static final String LATEST =
      "SELECT r FROM RegistryRow r WHERE r.kind = :kind AND r.docId IN :ids AND r.latest = true";

  private final EntityManager manager;
  private final String actor;
  private final Instant at;
  private final Demands demands;

  RegistryBatch(EntityManager manager, String actor, Instant at, Demands demands) {
    this.demands = demands;
    this.manager = manager;
    this.actor = actor;
    this.at = at;
  }

  List<Document> store(List<Draft> drafts) {
    List<Document> stored = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i += AT_ONCE) {
      stored.addAll(some(drafts.subList(i, Math.min(i + AT_ONCE, drafts.size()))));
      // What is written needs no watching any more.
      manager.flush();
      manager.clear();
    }
    return stored;
  }

  private List<Document> some(List<Draft> drafts) {
    Map<String, RegistryRow> latest = latest(drafts);
    List<Document> stored = new ArrayList<>(drafts.size());
    for (Draft draft : drafts) {
      demands.hold(draft.kind(), draft.id(), latest.get(key(draft)));
      RegistryRow row = RegistryRow.after(latest.get(key(draft)), draft, actor, at);
      manager.persist(row);
      latest.put(key(draft), row);
      if (draft.kind().equals("enterprise")) {
        EnterpriseTable.remember(manager, draft.id(), draft.division());
      }
      stored.add(row.toDocument());
    }
    return stored;
  }

  private Map<String, RegistryRow> latest(List<Draft> drafts) {
    Map<String, List<String>> ids = new HashMap<>();
    drafts.forEach(d -> ids.computeIfAbsent(d.kind(), k -> new ArrayList<>()).add(d.id()));
    Map<String, RegistryRow> latest = new HashMap<>();
    ids.forEach(
        (kind, some) ->
            manager
                .createQuery(LATEST, RegistryRow.class)
                .setParameter("kind", kind)
                .setParameter("ids", some)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .forEach(
                    row -> latest.put(key(row.toDocument().kind(), row.toDocument().id()), row)));
    return latest;
  }

  private static String key(Draft draft) {
    return key(draft.kind(), draft.id());
  }

  private static String key(String kind, String id) {
    return kind + "|" + id;
  }
}
