package org.qingmen.supervision.control.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.StoreUnavailableException;

/** A registry whose database has been away since the start. */
final class AwayRegistry implements Registry {

  @Override
  public List<Document> putAll(List<Draft> drafts, String actor) {
    throw away();
  }

  @Override
  public Document put(Draft draft, String actor, Long expectedVersion) {
    throw away();
  }

  @Override
  public Optional<Document> get(String kind, String id) {
    throw away();
  }

  @Override
  public Optional<Document> getAsOf(String kind, String id, Instant at) {
    throw away();
  }

  @Override
  public Page<Document> list(RegistryQuery query) {
    throw away();
  }

  @Override
  public List<Document> listAsOf(String kind, String enterprise, Instant at) {
    throw away();
  }

  @Override
  public List<Document> history(String kind, String id) {
    throw away();
  }

  @Override
  public boolean delete(String kind, String id, String actor) {
    throw away();
  }

  @Override
  public Stream<Document> all(String kind) {
    throw away();
  }

  @Override
  public Registration addListener(String kind, Consumer<Document> listener) {
    return () -> {};
  }

  @Override
  public Registration whenReachable(Runnable action) {
    return () -> {};
  }

  private static StoreUnavailableException away() {
    return new StoreUnavailableException("the database is away", null);
  }
}
