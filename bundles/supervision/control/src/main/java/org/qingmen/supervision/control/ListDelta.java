package org.qingmen.supervision.control;

import java.util.List;
import org.qingmen.store.Document;

/**
 * What changed in a distributed list after a version.
 *
 * @param version version the reader has after applying it
 * @param reset whether the reader forgets all it has first: the version it named is none that this
 *     list ever had, so what it holds is another list's
 * @param more whether there are later changes; ask again with {@code version}
 * @param put documents added or changed
 * @param removed ids of documents taken off
 */
public record ListDelta(
    long version, boolean reset, boolean more, List<Document> put, List<String> removed) {

  public ListDelta {
    put = List.copyOf(put);
    removed = List.copyOf(removed);
  }
}
