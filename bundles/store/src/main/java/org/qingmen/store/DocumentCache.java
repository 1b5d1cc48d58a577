package org.qingmen.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All present documents of one kind in memory, each as the value its readers need. Loads itself
 * whenever the database becomes reachable, follows every change before the change is answered, and
 * keeps answering while the database is away. Safe for concurrent use.
 *
 * @param <T> what a document is kept as
 */
public final class DocumentCache<T> implements AutoCloseable {

  /** Told of changes, one at a time. */
  public interface Observer<T> {
    /** One of the two is null when the document came or went. */
    void changed(T before, T after);
  }

  private record Kept<T>(long version, T value) {}

  private final String kind;
  private final Registry registry;
  private final Function<Document, T> reader;
  private final Observer<T> observer;
  private final Map<String, Kept<T>> kept = new ConcurrentHashMap<>();
  private final Registry.Registration listening;
  private final Registry.Registration reaching;
  private volatile boolean loaded;

  /** Keeps the documents of a kind; {@code reader} must accept whatever was once stored. */
  public DocumentCache(Registry registry, String kind, Function<Document, T> reader) {
    this(registry, kind, reader, (before, after) -> {});
  }

  /** The same, with an observer that keeps indexes current. */
  public DocumentCache(
      Registry registry, String kind, Function<Document, T> reader, Observer<T> observer) {
    this.kind = kind;
    this.registry = registry;
    this.reader = reader;
    this.observer = observer;
    listening = registry.addListener(kind, this::accept);
    reaching = registry.whenReachable(this::load);
  }

  /** Whether everything has been read at least once; before that an absent document may exist. */
  public boolean loaded() {
    return loaded;
  }

  /** The document with this id. */
  public Optional<T> get(String id) {
    Kept<T> found = id == null ? null : kept.get(id);
    return found == null ? Optional.empty() : Optional.ofNullable(found.value());
  }

  /** All documents, in no order. */
  public Collection<T> all() {
    return kept.values().stream().map(Kept::value).filter(Objects::nonNull).toList();
  }

  /** Takes one version, unless a later one is known. */
  private synchronized void accept(Document document) {
    Kept<T> before = kept.get(document.id());
    if (before != null && before.version() >= document.version()) {
      return;
    }
    T value = document.deleted() ? null : reader.apply(document);
    kept.put(document.id(), new Kept<>(document.version(), value));
    observer.changed(before == null ? null : before.value(), value);
  }

  private void load() {
    Map<String, Kept<T>> vanished = new HashMap<>(kept);
    try (Stream<Document> documents = registry.all(kind)) {
      for (Document document : (Iterable<Document>) documents::iterator) {
        vanished.remove(document.id());
        accept(document);
      }
    } catch (StoreUnavailableException e) {
      // It went away again; the registry calls once more when it is back.
      return;
    }
    vanished.forEach(this::drop);
    loaded = true;
  }

  /** Forgets what another server deleted while the database was away from this one. */
  private synchronized void drop(String id, Kept<T> expected) {
    if (expected.value() != null && kept.remove(id, expected)) {
      observer.changed(expected.value(), null);
    }
  }

  @Override
  public void close() {
    List.of(listening, reaching).forEach(Registry.Registration::close);
  }
}
