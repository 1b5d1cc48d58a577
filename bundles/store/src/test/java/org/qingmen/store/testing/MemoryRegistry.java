package org.qingmen.store.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.PageCursor;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.store.VersionConflictException;

/** The registry's contract in memory, for rooms that ask it little; can be away like a database. */
public final class MemoryRegistry implements Registry {

  private record Listener(String kind, Consumer<Document> told) {}

  private final Map<String, List<Document>> versions = new TreeMap<>();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();
  private final List<Runnable> actions = new CopyOnWriteArrayList<>();
  private boolean away;

  /** Takes the database away: every call but the listeners' fails from now on. */
  public void goAway() {
    away = true;
  }

  /** Brings the database back and tells those who wait for it. */
  public void comeBack() {
    away = false;
    actions.forEach(Runnable::run);
  }

  /** Everything that was ever stored, as somebody with the database's files sees it. */
  public String dump() {
    return versions.toString();
  }

  /** Changes a document behind the registry's back. */
  public void tamper(String kind, String id, String from, String to) {
    versions
        .get(kind + "/" + id)
        .replaceAll(
            d ->
                new Document(
                    d.kind(),
                    d.id(),
                    d.enterprise(),
                    d.division(),
                    d.version(),
                    d.body().replace(from, to),
                    d.author(),
                    d.at(),
                    d.deleted()));
  }

  @Override
  public synchronized List<Document> putAll(List<Draft> drafts, String actor) {
    return drafts.stream().map(draft -> put(draft, actor, null)).toList();
  }

  @Override
  public synchronized Document put(Draft draft, String actor, Long expectedVersion) {
    reach();
    long present = get(draft.kind(), draft.id()).map(Document::version).orElse(0L);
    if (expectedVersion != null && expectedVersion != present) {
      throw new VersionConflictException(draft.kind(), draft.id(), expectedVersion, present);
    }
    return add(draft, actor, false);
  }

  @Override
  public synchronized boolean delete(String kind, String id, String actor) {
    reach();
    Optional<Document> last = get(kind, id);
    last.ifPresent(
        d -> add(new Draft(kind, id, d.enterprise(), d.division(), d.body()), actor, true));
    return last.isPresent();
  }

  @Override
  public Optional<Document> get(String kind, String id) {
    reach();
    return history(kind, id).stream().findFirst().filter(d -> !d.deleted());
  }

  @Override
  public Optional<Document> getAsOf(String kind, String id, Instant at) {
    return history(kind, id).stream()
        .filter(d -> !d.at().isAfter(at))
        .findFirst()
        .filter(d -> !d.deleted());
  }

  @Override
  public Page<Document> list(RegistryQuery query) {
    return page(all(query.kind()), query);
  }

  @Override
  public Page<Document> listAsOf(RegistryQuery query, Instant at) {
    return page(allAsOf(query.kind(), at), query);
  }

  @Override
  public List<Document> listAsOf(String kind, String enterprise, Instant at) {
    return allAsOf(kind, at).filter(d -> enterprise.equals(d.enterprise())).toList();
  }

  @Override
  public Page<Document> changes(
      String enterprise, Collection<String> kinds, String cursor, int limit) {
    reach();
    int first = (int) PageCursor.number(cursor, 0);
    List<Document> found =
        versions.values().stream()
            .flatMap(List::stream)
            .filter(d -> enterprise.equals(d.enterprise()) && kinds.contains(d.kind()))
            .sorted(Comparator.comparing(Document::at).reversed())
            .skip(first)
            .limit(limit + 1L)
            .toList();
    return cut(found, limit, String.valueOf(first + limit));
  }

  @Override
  public List<Document> history(String kind, String id) {
    reach();
    List<Document> newestFirst = new ArrayList<>(versions.getOrDefault(kind + "/" + id, List.of()));
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  @Override
  public Stream<Document> all(String kind) {
    reach();
    return versions.values().stream()
        .map(list -> list.get(list.size() - 1))
        .filter(d -> d.kind().equals(kind) && !d.deleted());
  }

  @Override
  public Registration addListener(String kind, Consumer<Document> listener) {
    Listener added = new Listener(kind, listener);
    listeners.add(added);
    return () -> listeners.remove(added);
  }

  @Override
  public Registration whenReachable(Runnable action) {
    actions.add(action);
    if (!away) {
      action.run();
    }
    return () -> actions.remove(action);
  }

  private Stream<Document> allAsOf(String kind, Instant at) {
    reach();
    return versions.values().stream()
        .map(list -> list.get(0))
        .filter(first -> first.kind().equals(kind))
        .flatMap(first -> getAsOf(kind, first.id(), at).stream());
  }

  private static Page<Document> page(Stream<Document> documents, RegistryQuery query) {
    String prefix = query.divisionPrefix();
    String text = query.text();
    String after = PageCursor.id(query.cursor());
    List<Document> found =
        documents
            .filter(d -> query.enterprise() == null || query.enterprise().equals(d.enterprise()))
            .filter(d -> prefix == null || (d.division() + "").startsWith(prefix))
            .filter(d -> text == null || d.id().contains(text) || d.body().contains(text))
            .filter(d -> after == null || d.id().compareTo(after) > 0)
            .sorted(Comparator.comparing(Document::id))
            .limit(query.limit() + 1L)
            .toList();
    boolean more = found.size() > query.limit();
    String last = more ? PageCursor.after(found.get(query.limit() - 1).id()) : null;
    return cut(found, query.limit(), last);
  }

  private static Page<Document> cut(List<Document> found, int limit, String next) {
    return found.size() > limit
        ? new Page<>(found.subList(0, limit), next)
        : new Page<>(found, null);
  }

  private Document add(Draft draft, String actor, boolean deleted) {
    List<Document> list =
        versions.computeIfAbsent(draft.kind() + "/" + draft.id(), key -> new ArrayList<>());
    Document document =
        new Document(
            draft.kind(),
            draft.id(),
            draft.enterprise(),
            draft.division(),
            list.size() + 1L,
            draft.body(),
            actor,
            Instant.now(),
            deleted);
    list.add(document);
    listeners.stream()
        .filter(l -> l.kind().equals(draft.kind()))
        .forEach(l -> l.told().accept(document));
    return document;
  }

  private void reach() {
    if (away) {
      throw new StoreUnavailableException("the database is away", null);
    }
  }
}
