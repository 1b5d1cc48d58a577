package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.Audience;
import org.qingmen.supervision.control.ControlPolicies;
import org.qingmen.supervision.control.EnterpriseView;
import org.qingmen.supervision.control.ListDelta;
import org.qingmen.supervision.control.PolicyState;

/** The control policies, in the registry and in memory. */
@Component(service = {ControlPolicies.class, PolicyBook.class})
public final class PolicyBook implements ControlPolicies {

  private static final String KIND = "policy";
  private static final String BAD = "bad-policy";
  private static final Set<String> SERVER_MEMBERS =
      Set.of(
          "status",
          "state",
          "listVersion",
          "approvedAt",
          "approvedBy",
          "withdrawnAt",
          "withdrawnBy");

  private final Registry registry;
  private final AuditTrail audit;
  private final EnterpriseView enterprises;
  private final Rules rules;
  private final Clock clock;
  private final Schema schema = new Schema(KIND, SERVER_MEMBERS);
  private final VersionedList<Policy> changes = new VersionedList<>();
  private final DocumentCache<Policy> policies;

  /** Wired by the container. */
  @Activate
  public PolicyBook(
      @Reference Registry registry,
      @Reference AuditTrail audit,
      @Reference EnterpriseView enterprises,
      @Reference Rules rules) {
    this(registry, audit, enterprises, rules, Clock.systemUTC());
  }

  PolicyBook(
      Registry registry, AuditTrail audit, EnterpriseView enterprises, Rules rules, Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.enterprises = enterprises;
    this.rules = rules;
    this.clock = clock;
    policies = new DocumentCache<>(registry, KIND, Policy::read, changes::index);
  }

  @Deactivate
  void close() {
    policies.close();
  }

  @Override
  public void check(String json) {
    checked(json);
  }

  private ObjectNode checked(String json) {
    ObjectNode body = schema.read(json, BAD);
    Periods.check(body, BAD);
    return body;
  }

  @Override
  public synchronized Document put(String id, String json, String actor) {
    ready();
    ObjectNode body = checked(json);
    String chosen = NewId.of(id, body, "p-", BAD);
    policies
        .get(chosen)
        .filter(known -> known.approved() != null || known.withdrawn() != null)
        .ifPresent(
            known -> {
              throw Texts.conflict("policy-not-draft", chosen);
            });
    return save(chosen, body.put("status", PolicyState.DRAFT.code()), "policy.put", actor);
  }

  @Override
  public synchronized Document approve(String id, String actor) {
    Policy policy = known(id);
    refuseWithdrawn(policy);
    if (policy.approved() != null) {
      throw Texts.conflict("policy-not-draft", id);
    }
    boolean own = policy.document().author().equals(actor);
    if (own && rules.secondPersonApproves(policy.document().division(), now())) {
      throw Texts.conflict("policy-own-approval", id);
    }
    ObjectNode body = (ObjectNode) StoredJson.body(policy.document());
    body.put("status", PolicyState.APPROVED.code());
    body.put("approvedAt", now().toString()).put("approvedBy", actor);
    return save(id, body, "policy.approve", actor);
  }

  @Override
  public synchronized Document withdraw(String id, String actor) {
    Policy policy = known(id);
    refuseWithdrawn(policy);
    ObjectNode body = (ObjectNode) StoredJson.body(policy.document());
    body.put("status", PolicyState.WITHDRAWN.code());
    body.put("withdrawnAt", now().toString()).put("withdrawnBy", actor);
    return save(id, body, "policy.withdraw", actor);
  }

  @Override
  public Optional<Document> get(String id) {
    ready();
    return policies.get(id).map(Policy::document);
  }

  @Override
  public Page<Document> list(Audience audience, PolicyState state, String cursor, int limit) {
    ready();
    Instant at = clock.instant();
    return Listing.page(
        policies.all().stream()
            .filter(policy -> concerns(policy, audience))
            .filter(policy -> state == null || policy.state(at) == state),
        Policy::document,
        cursor,
        limit);
  }

  @Override
  public long version() {
    ready();
    return changes.version();
  }

  @Override
  public ListDelta delta(long since, Audience audience, int limit) {
    ready();
    return changes.delta(since, limit, policy -> concerns(policy, audience));
  }

  /** When the oldest change after a version was made that an audience does not know. */
  Optional<Instant> pendingSince(long held, Audience audience) {
    return changes.pendingSince(held, policy -> concerns(policy, audience));
  }

  /** Reads a policy that may not be stored, checked as when it is stored. */
  Policy read(String json) {
    ObjectNode body = checked(json);
    return Policy.read(
        new Document(KIND, "preview", null, null, 0, body.toString(), "", now(), false));
  }

  @Override
  public PolicyState state(Document policy, Instant at) {
    return Policy.read(policy).state(at);
  }

  /** Approved policies within their time whose target fits an enterprise. */
  List<Policy> inForce(Enterprise enterprise, Instant at) {
    return all().stream()
        .filter(policy -> policy.state(at) == PolicyState.IN_FORCE)
        .filter(policy -> policy.target().fits(enterprise))
        .toList();
  }

  boolean loaded() {
    return policies.loaded();
  }

  private Collection<Policy> all() {
    return policies.all();
  }

  private Document save(String id, ObjectNode body, String action, String actor) {
    body.put("id", id).put("listVersion", changes.version() + 1);
    Target target = Target.read(body.path("target"));
    String division = Divisions.common(divisions(target));
    String enterprise = target.enterprises().size() == 1 ? target.enterprises().get(0) : null;
    Document stored =
        registry.put(new Draft(KIND, id, enterprise, division, body.toString()), actor);
    audit.append(actor, action, id, null);
    return stored;
  }

  private boolean concerns(Policy policy, Audience audience) {
    List<String> named = policy.target().enterprises();
    return (audience.drafts() || policy.published())
        && (audience.division() == null || touches(policy, audience.division()))
        && (audience.enterprise() == null
            || named.isEmpty()
            || named.contains(audience.enterprise()));
  }

  private boolean touches(Policy policy, String division) {
    return divisions(policy.target()).stream().anyMatch(d -> Divisions.touches(division, d));
  }

  /** Where a target lies: its divisions, else those of its enterprises. */
  private List<String> divisions(Target target) {
    return target.divisions().isEmpty()
        ? target.enterprises().stream()
            .flatMap(id -> enterprises.find(id).map(Enterprise::division).stream())
            .toList()
        : target.divisions();
  }

  private Policy known(String id) {
    ready();
    return policies.get(id).orElseThrow(() -> Texts.notFound("unknown-policy", id));
  }

  private static void refuseWithdrawn(Policy policy) {
    if (policy.withdrawn() != null) {
      throw Texts.conflict("policy-withdrawn", policy.id());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void ready() {
    if (!loaded()) {
      throw Texts.notReady();
    }
  }
}
