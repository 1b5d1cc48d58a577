package org.qingmen.supervision.registers.internal.duplicates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.Duplicates.Member;
import org.qingmen.supervision.registers.internal.Json;

/** Entries in memory by what should be theirs alone. */
@Component(service = KeyIndex.class)
public final class KeyIndex {

  /** A value that entries share under a rule. */
  record Key(Rule rule, String value) {}

  private record Entry(Member member, Set<Key> keys) {}

  private final List<Rule> rules = Rule.all();
  private final Map<Key, Set<Member>> members = new ConcurrentHashMap<>();
  private final List<DocumentCache<Entry>> caches;

  /** Wired by the container. */
  @Activate
  public KeyIndex(@Reference Registry registry) {
    caches =
        rules.stream()
            .flatMap(rule -> rule.kinds().stream())
            .distinct()
            .map(kind -> new DocumentCache<>(registry, kind, this::entry, this::index))
            .toList();
  }

  @Deactivate
  void close() {
    caches.forEach(DocumentCache::close);
  }

  /** Values that more than one entry has, with those entries. */
  Map<Key, List<Member>> shared() {
    Map<Key, List<Member>> shared = new HashMap<>();
    members.forEach(
        (key, some) -> {
          if (some.size() > 1) {
            shared.put(key, sorted(some));
          }
        });
    return shared;
  }

  /** Other entries that an entry would be suspected to be, by rule. */
  public Map<String, List<Member>> alike(String kind, String id, ObjectNode body) {
    Map<String, List<Member>> found = new HashMap<>();
    for (Rule rule : rules) {
      if (rule.kinds().contains(kind)) {
        rule.key(body)
            .map(value -> members.getOrDefault(new Key(rule, value), Set.of()))
            .map(some -> others(some, kind, id))
            .filter(some -> !some.isEmpty())
            .ifPresent(some -> found.put(rule.name(), some));
      }
    }
    return found;
  }

  private static List<Member> others(Set<Member> some, String kind, String id) {
    return sorted(
        some.stream()
            .filter(member -> !(member.kind().equals(kind) && member.id().equals(id)))
            .collect(Collectors.toSet()));
  }

  private static List<Member> sorted(Set<Member> some) {
    return some.stream()
        .sorted(Comparator.comparing(Member::kind).thenComparing(Member::id))
        .toList();
  }

  private Entry entry(Document document) {
    ObjectNode body = StoredJson.body(document);
    Set<Key> keys = new HashSet<>();
    for (Rule rule : rules) {
      if (rule.kinds().contains(document.kind())) {
        rule.key(body).ifPresent(value -> keys.add(new Key(rule, value)));
      }
    }
    return new Entry(member(document, body), Set.copyOf(keys));
  }

  private static Member member(Document document, ObjectNode body) {
    String name = Json.text(body, "name");
    String plate = Json.text(body, "plate");
    String label = name != null ? name : plate != null ? plate : document.id();
    return new Member(
        document.kind(), document.id(), document.enterprise(), document.division(), label);
  }

  private void index(Entry before, Entry after) {
    if (before != null) {
      before.keys().forEach(key -> members.computeIfPresent(key, (k, s) -> without(s, before)));
    }
    if (after != null) {
      after.keys().forEach(key -> members.merge(key, Set.of(after.member()), KeyIndex::joined));
    }
  }

  private static Set<Member> without(Set<Member> some, Entry gone) {
    Set<Member> rest = new HashSet<>(some);
    rest.remove(gone.member());
    return rest.isEmpty() ? null : Set.copyOf(rest);
  }

  private static Set<Member> joined(Set<Member> some, Set<Member> more) {
    Set<Member> all = new HashSet<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }
}
