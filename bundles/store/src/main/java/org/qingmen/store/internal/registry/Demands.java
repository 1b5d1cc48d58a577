package org.qingmen.store.internal.registry;

import java.util.function.Consumer;
import org.qingmen.store.Document;
import org.qingmen.store.internal.jpa.RegistryRow;

/** The demands of the threads that write, at most one each. */
final class Demands {

  private record Demand(String kind, String id, Consumer<Document> of) {}

  private final ThreadLocal<Demand> made = new ThreadLocal<>();

  void make(String kind, String id, Consumer<Document> demand) {
    made.set(new Demand(kind, id, demand));
  }

  void forget() {
    made.remove();
  }

  /** Holds the demand of this thread, if it is about this document, against what is there. */
  void hold(String kind, String id, RegistryRow present) {
    Demand demand = made.get();
    if (demand != null && demand.kind().equals(kind) && demand.id().equals(id)) {
      demand.of().accept(present == null || present.deleted() ? null : present.toDocument());
      // What the same request writes after this is its own doing.
      made.remove();
    }
  }
}
