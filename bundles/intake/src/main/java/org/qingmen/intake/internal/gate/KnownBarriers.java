package org.qingmen.intake.internal.gate;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;

/** Which barriers are registered; answers from memory. */
@Component(service = KnownBarriers.class)
public final class KnownBarriers {

  private final DocumentCache<Document> barriers;

  /** Wired by the container. */
  @Activate
  public KnownBarriers(@Reference Registry registry) {
    this.barriers = new DocumentCache<>(registry, "barrier", barrier -> barrier);
  }

  @Deactivate
  void close() {
    barriers.close();
  }

  /**
   * Whether nobody registered this barrier. While the register was not read since the start nobody
   * can tell, and what a gate says is taken.
   */
  boolean unknown(String enterprise, String barrier) {
    return barriers.loaded() && barriers.get(enterprise + '/' + barrier).isEmpty();
  }
}
