package org.qingmen.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Versioned documents: enterprises, barriers, vehicles, machines, lists, policies, users, devices,
 * rule packs. A change is a new version, so the past can be read as it was. Safe for concurrent
 * use; a write is durable before the call returns.
 */
public interface Registry {

  /** Stores a new version, whatever the present one is. */
  default Document put(Draft draft, String actor) {
    return put(draft, actor, null);
  }

  /**
   * Stores a new version.
   *
   * @param actor who does it, such as {@code user:zhang}
   * @param expectedVersion version the caller has read, 0 for "must not exist yet", null for any
   * @return the stored version
   * @throws VersionConflictException when the stored version is another
   */
  Document put(Draft draft, String actor, Long expectedVersion);

  /** Stores several documents in one transaction and one sync, whatever their present versions. */
  List<Document> putAll(List<Draft> drafts, String actor);

  /** The present version; empty when there is none or it is deleted. */
  Optional<Document> get(String kind, String id);

  /** The version that was present at an instant. */
  Optional<Document> getAsOf(String kind, String id, Instant at);

  /** Present documents, deleted ones left out. */
  Page<Document> list(RegistryQuery query);

  /** Documents of an enterprise as they were at an instant, deleted ones left out. */
  List<Document> listAsOf(String kind, String enterprise, Instant at);

  /** Present documents with these ids, in no order; what is not there is left out. */
  default List<Document> getAll(String kind, Collection<String> ids) {
    return ids.stream().flatMap(id -> get(kind, id).stream()).toList();
  }

  /** The page that {@link #list} would have given at an instant. */
  Page<Document> listAsOf(RegistryQuery query, Instant at);

  /**
   * Versions of whatever belongs to an enterprise, newest first; deletions included.
   *
   * @param kinds kinds to look at, not empty
   * @param cursor {@link Page#next} of the page before, null for the first
   * @param limit 1 to 1000
   */
  Page<Document> changes(String enterprise, Collection<String> kinds, String cursor, int limit);

  /** One version, present or past. */
  default Optional<Document> version(String kind, String id, long version) {
    return history(kind, id).stream().filter(d -> d.version() == version).findFirst();
  }

  /** Every version, newest first; deletions included. */
  List<Document> history(String kind, String id);

  /**
   * Stores a deletion as a new version.
   *
   * @return whether there was something to delete
   */
  boolean delete(String kind, String id, String actor);

  /** All present documents of a kind, for caches; close the stream. */
  Stream<Document> all(String kind);

  /**
   * Tells every change of a kind (deletions too), after the commit and before the writing call
   * returns, in the writer's thread; so that a cache is current before a change is answered.
   *
   * @return close it to be told no more
   */
  Registration addListener(String kind, Consumer<Document> listener);

  /**
   * Runs an action whenever the database becomes reachable: at once when it is, and again after
   * each interruption. Caches load themselves here.
   *
   * @return close it to be told no more
   */
  Registration whenReachable(Runnable action);

  /** A listener's registration. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
