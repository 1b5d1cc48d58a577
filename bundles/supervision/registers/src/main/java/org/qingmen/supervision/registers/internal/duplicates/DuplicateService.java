package org.qingmen.supervision.registers.internal.duplicates;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.Duplicates;
import org.qingmen.supervision.registers.internal.Texts;

/** Groups from the index, decisions from the registry. */
@Component
public final class DuplicateService implements Duplicates {

  private static final String DECISION = "duplicate-decision";

  private final Registry registry;
  private final AuditTrail audit;
  private final KeyIndex index;
  private final DocumentCache<Decision> decisions;

  /** Wired by the container. */
  @Activate
  public DuplicateService(
      @Reference Registry registry, @Reference AuditTrail audit, @Reference KeyIndex index) {
    this.registry = registry;
    this.audit = audit;
    this.index = index;
    decisions = new DocumentCache<>(registry, DECISION, Decision::read);
  }

  @Deactivate
  void close() {
    decisions.close();
  }

  @Override
  public List<Group> list(boolean decided, Predicate<Member> visible) {
    return index.shared().entrySet().stream()
        .flatMap(shared -> group(shared.getKey(), shared.getValue(), visible).stream())
        .filter(group -> decided == (group.decision() != null))
        .sorted(Comparator.comparing(Group::rule).thenComparing(Group::key))
        .toList();
  }

  @Override
  public Group notDuplicate(String id, String note, Predicate<Member> visible, String actor) {
    Group group = find(id, visible);
    ObjectNode body = StoredJson.object().put("decision", "not-duplicate").put("note", note);
    group.members().forEach(m -> body.withArray("members").add(name(m)));
    registry.put(new Draft(DECISION, id, null, null, body.toString()), actor);
    audit.append(actor, "duplicate.keep", id, body.toString());
    return find(id, visible);
  }

  @Override
  public Group merge(String id, String keep, String note, Predicate<Member> visible, String actor) {
    Group group = find(id, visible);
    Member kept =
        group.members().stream()
            .filter(member -> name(member).equals(keep))
            .findFirst()
            .orElseThrow(() -> Texts.refusal(Kind.INVALID, "keep-unknown", keep));
    List<Member> others = group.members().stream().filter(m -> !m.equals(kept)).toList();
    boolean mixed = others.stream().anyMatch(member -> !member.kind().equals(kept.kind()));
    if (mixed || !mergeable(group.rule())) {
      throw Texts.refusal(Kind.CONFLICT, "not-mergeable", group.key());
    }
    fill(kept, others, actor);
    others.forEach(other -> registry.delete(other.kind(), other.id(), actor));
    ObjectNode detail = StoredJson.object().put("keep", keep).put("note", note);
    others.forEach(other -> detail.withArray("merged").add(name(other)));
    audit.append(actor, "duplicate.merge", id, detail.toString());
    return group;
  }

  private void fill(Member kept, List<Member> others, String actor) {
    Document present = registry.get(kept.kind(), kept.id()).orElseThrow();
    ObjectNode body = StoredJson.body(present);
    for (Member other : others) {
      registry
          .get(other.kind(), other.id())
          .map(StoredJson::body)
          .ifPresent(
              lent ->
                  lent.properties().stream()
                      .filter(
                          member ->
                              body.path(member.getKey()).isMissingNode()
                                  || body.path(member.getKey()).isNull())
                      .forEach(member -> body.set(member.getKey(), member.getValue())));
    }
    registry.put(
        new Draft(
            kept.kind(), kept.id(), present.enterprise(), present.division(), body.toString()),
        actor);
  }

  private Group find(String id, Predicate<Member> visible) {
    return index.shared().entrySet().stream()
        .filter(shared -> Decision.idOf(shared.getKey()).equals(id))
        .flatMap(shared -> group(shared.getKey(), shared.getValue(), visible).stream())
        .findFirst()
        .orElseThrow(() -> Texts.refusal(Kind.NOT_FOUND, "unknown-duplicate", id));
  }

  private Optional<Group> group(KeyIndex.Key key, List<Member> members, Predicate<Member> visible) {
    List<Member> seen = members.stream().filter(visible).toList();
    if (seen.size() < 2) {
      return Optional.empty();
    }
    String id = Decision.idOf(key);
    Set<String> names = seen.stream().map(DuplicateService::name).collect(Collectors.toSet());
    // Somebody new in the group is a new question.
    Decision made =
        decisions.get(id).filter(d -> d.members().containsAll(names)).orElse(Decision.NONE);
    return Optional.of(
        new Group(
            id,
            key.rule().name(),
            key.rule().title(),
            key.value(),
            seen,
            made.decision(),
            made.by(),
            made.at(),
            made.note()));
  }

  private static boolean mergeable(String rule) {
    return Rule.all().stream().anyMatch(one -> one.name().equals(rule) && one.mergeable());
  }

  private static String name(Member member) {
    return member.kind() + ":" + member.id();
  }
}
