package org.qingmen.supervision.control.internal;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.store.PageCursor;

/** Pages of what is kept in memory, by id. */
final class Listing {

  private Listing() {}

  static <T> Page<Document> page(
      Stream<T> all, Function<T, Document> document, String cursor, int limit) {
    String after = PageCursor.id(cursor);
    List<Document> found =
        all.map(document)
            .filter(d -> after == null || d.id().compareTo(after) > 0)
            .sorted(Comparator.comparing(Document::id))
            .limit(limit + 1L)
            .toList();
    boolean more = found.size() > limit;
    List<Document> items = more ? found.subList(0, limit) : found;
    return new Page<>(items, more ? PageCursor.after(items.get(limit - 1).id()) : null);
  }
}
