package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.qingmen.engine.PackEvent.Act;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.PackStatusStore;
import org.qingmen.engine.internal.pack.Versions;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackState;

/**
 * What is known about every pack. Changes are made on a copy, saved, and only then become the
 * truth; who changes it holds the registry's lock, anybody may read.
 */
final class Book {

  private static final int REFUSED_KEPT = 50;

  /** States in which a pack is good enough to be built on. */
  private static final PackState[] USABLE = {
    PackState.ACTIVE, PackState.SHADOW, PackState.SIGNED, PackState.TESTED, PackState.SUPERSEDED
  };

  private final PackStatusStore store;
  private volatile Map<String, Entry> entries = Map.of();

  Book(PackStatusStore store) {
    this.store = store;
  }

  /**
   * Reads what was saved.
   *
   * @return packs whose archive is not kept any more
   */
  List<Entry> load(Function<String, PackDescriptor> descriptors) throws IOException {
    Map<String, Entry> loaded = new LinkedHashMap<>();
    List<Entry> lost = new ArrayList<>();
    Optional<byte[]> state = store.loadState();
    if (state.isPresent()) {
      for (Entry entry : StateJson.read(state.get(), descriptors)) {
        loaded.put(entry.hash(), entry);
        if (entry.descriptor() == null && !entry.is(PackState.REFUSED)) {
          lost.add(entry);
        }
      }
    }
    entries = loaded;
    return lost;
  }

  Collection<Entry> all() {
    return entries.values();
  }

  Optional<Entry> of(String hash) {
    return Optional.ofNullable(entries.get(hash));
  }

  /** One version; when several contents claim it, a good one, one that serves, the newest. */
  Optional<Entry> of(String id, String version) {
    return entries.values().stream()
        .filter(entry -> entry.id().equals(id) && entry.version().equals(version))
        .min(
            Comparator.comparing((Entry entry) -> entry.is(PackState.REFUSED))
                .thenComparing(entry -> !entry.is(PackState.ACTIVE))
                .thenComparing(entry -> entry.is(PackState.DRAFT))
                .thenComparing(entry -> entry.history().get(0).at(), Comparator.reverseOrder()));
  }

  Entry need(String id, String version) {
    return of(id, version)
        .orElseThrow(() -> new PackException("not-found", Messages.text("not-found", id, version)));
  }

  /** Versions of an id that are or were in service, the one put into service last first. */
  List<Entry> serving(String id) {
    return entries.values().stream()
        .filter(entry -> entry.id().equals(id) && entry.is(PackState.ACTIVE, PackState.SUPERSEDED))
        .sorted(Comparator.comparingLong(Entry::turn).reversed())
        .toList();
  }

  List<Entry> active() {
    return entries.values().stream().filter(entry -> entry.is(PackState.ACTIVE)).toList();
  }

  long nextTurn() {
    return 1 + entries.values().stream().mapToLong(Entry::turn).max().orElse(0);
  }

  /** The pack that {@code extends: id} stands for: the newest that serves, else the newest good. */
  Optional<Entry> base(String id) {
    return entries.values().stream()
        .filter(entry -> entry.id().equals(id))
        .filter(entry -> entry.is(USABLE))
        .max(
            Comparator.comparing((Entry entry) -> entry.is(PackState.ACTIVE))
                .thenComparing(entry -> entry.version(), Versions::compare));
  }

  List<PackStatus> statuses() {
    return entries.values().stream()
        .map(this::status)
        .sorted(Comparator.comparing(PackStatus::id).thenComparing(PackStatus::version))
        .toList();
  }

  /** Where a pack stands, seen together with the others. */
  PackStatus status(Entry entry) {
    return entry.status(!entry.is(PackState.REFUSED, PackState.ARCHIVED) && onOlderBase(entry));
  }

  private boolean onOlderBase(Entry entry) {
    for (PackRef base : entry.standing().bases()) {
      Optional<Entry> now = base(base.id()).filter(found -> !found.hash().equals(base.hash()));
      if (now.isPresent() && Versions.compare(now.get().version(), base.version()) >= 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Puts changed entries in place of the old ones and decides anew which versions of their ids
   * serve; all of it is saved before it counts.
   */
  void change(Moment moment, Entry... changed) {
    Map<String, Entry> next = new LinkedHashMap<>(entries);
    for (Entry entry : changed) {
      next.put(entry.hash(), entry);
    }
    for (Entry entry : changed) {
      restack(moment, entry.id(), next);
    }
    trim(next);
    save(next);
  }

  void remove(String hash) {
    Map<String, Entry> next = new LinkedHashMap<>(entries);
    next.remove(hash);
    save(next);
  }

  private void save(Map<String, Entry> next) {
    try {
      store.saveState(StateJson.write(next.values()));
    } catch (IOException e) {
      throw new PackException("not-durable", Messages.text("not-durable", e.getMessage()));
    }
    entries = next;
  }

  /** A version is superseded when one put into service later holds for all of its time. */
  private static void restack(Moment moment, String id, Map<String, Entry> next) {
    List<Entry> stack = new ArrayList<>();
    for (Entry entry : next.values()) {
      if (entry.id().equals(id) && entry.is(PackState.ACTIVE, PackState.SUPERSEDED)) {
        stack.add(entry);
      }
    }
    for (Entry entry : stack) {
      Optional<Entry> later =
          stack.stream()
              .filter(other -> other.turn() > entry.turn() && other.covers(entry))
              .findFirst();
      PackState state = later.isPresent() ? PackState.SUPERSEDED : PackState.ACTIVE;
      if (!entry.is(state)) {
        Act act = later.isPresent() ? Act.REPLACED : Act.RETURNED;
        String by = later.map(Entry::version).orElse(null);
        next.put(entry.hash(), moment.move(entry, entry.standing().in(state), act, by));
      }
    }
  }

  private static void trim(Map<String, Entry> next) {
    List<String> refused =
        next.values().stream()
            .filter(entry -> entry.is(PackState.REFUSED))
            .map(Entry::hash)
            .toList();
    for (int i = 0; i < refused.size() - REFUSED_KEPT; i++) {
      next.remove(refused.get(i));
    }
  }
}
