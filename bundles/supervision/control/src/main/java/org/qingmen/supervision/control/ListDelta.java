package org.qingmen.supervision.control;

import java.util.List;
import org.qingmen.store.Document;

/**
 * What changed in a distributed list after a version.
 *
 * @param version version the reader has after applying it
 * @param more whether there are later changes; ask again with {@code version}
 * @param put documents added or changed
 * @param removed ids of documents taken off
 */
public record ListDelta(long version, boolean more, List<Document> put, List<String> removed) {

  public ListDelta {
    put = List.copyOf(put);
    removed = List.copyOf(removed);
  }
}
