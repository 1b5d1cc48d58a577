package org.qingmen.supervision.ledgers.internal;

import java.util.ArrayList;
import java.util.List;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;

/** What an enterprise has on file in the registers. */
final class Papers {

  private static final int AT_ONCE = 1000;

  private Papers() {}

  /** All present documents of a kind. */
  static List<Document> of(Registry registry, String kind, String enterprise) {
    List<Document> found = new ArrayList<>();
    String cursor = null;
    do {
      Page<Document> page =
          registry.list(new RegistryQuery(kind, enterprise, null, null, cursor, AT_ONCE));
      found.addAll(page.items());
      cursor = page.next();
    } while (cursor != null);
    return found;
  }
}
