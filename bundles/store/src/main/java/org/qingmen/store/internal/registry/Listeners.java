package org.qingmen.store.internal.registry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.qingmen.store.Document;
import org.qingmen.store.Registry.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to know of changes, by kind. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final Map<String, List<Consumer<Document>>> byKind = new ConcurrentHashMap<>();

  Registration add(String kind, Consumer<Document> listener) {
    List<Consumer<Document>> list = byKind.computeIfAbsent(kind, k -> new CopyOnWriteArrayList<>());
    list.add(listener);
    return () -> list.remove(listener);
  }

  /** The change is stored already: one listener's failure must not hide it from the others. */
  void tell(Document document) {
    for (Consumer<Document> listener : byKind.getOrDefault(document.kind(), List.of())) {
      try {
        listener.accept(document);
      } catch (RuntimeException e) {
        LOG.error(
            "a listener failed on {} {}: {}", document.kind(), document.id(), e.getMessage(), e);
      }
    }
  }
}
