package org.qingmen.supervision.registers.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKind.Scope;
import org.qingmen.supervision.registers.RegisterKinds;
import org.qingmen.supervision.registers.Registers;
import org.qingmen.supervision.registers.Written;

/** The registers as documents of the registry. */
@Component(service = {Registers.class, RegisterService.class})
public final class RegisterService implements Registers {

  private static final String ENTERPRISE = "enterprise";

  private final Registry registry;
  private final Clock clock;
  private final Entries entries;
  private final DatedEntries dated;

  /** Wired by the container. */
  @Activate
  public RegisterService(@Reference Registry registry) {
    this(registry, Clock.systemUTC());
  }

  public RegisterService(Registry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
    entries = new Entries(registry);
    dated = new DatedEntries(registry);
  }

  @Override
  public Optional<Document> get(RegisterKind kind, String enterprise, String number, Instant at) {
    String id = kind.documentId(enterprise, number);
    return at == null ? registry.get(kind.kind(), id) : registry.getAsOf(kind.kind(), id, at);
  }

  @Override
  public Page<Document> list(
      RegisterKind kind,
      String enterprise,
      String division,
      String text,
      Instant at,
      String cursor,
      int limit) {
    var query = new RegistryQuery(kind.kind(), enterprise, division, text, cursor, limit);
    return at == null ? registry.list(query) : registry.listAsOf(query, at);
  }

  @Override
  public List<Document> history(RegisterKind kind, String enterprise, String number) {
    return registry.history(kind.kind(), kind.documentId(enterprise, number));
  }

  @Override
  public Page<Document> changes(String enterprise, String cursor, int limit) {
    List<String> kinds =
        RegisterKinds.all().stream()
            .filter(kind -> kind.scope() == Scope.ENTERPRISE || kind.scope() == Scope.SELF)
            .map(RegisterKind::kind)
            .toList();
    return registry.changes(enterprise, kinds, cursor, limit);
  }

  @Override
  public Optional<Document> before(Document version) {
    return registry
        .version(version.kind(), version.id(), version.version() - 1)
        .filter(before -> !before.deleted());
  }

  @Override
  public Written put(
      RegisterKind kind,
      String enterprise,
      String division,
      String number,
      ObjectNode body,
      String actor) {
    entries.complete(kind, enterprise, number, body);
    List<Fault> faults = entries.faults(kind, body);
    if (!faults.isEmpty()) {
      throw Texts.invalid("schema", faults);
    }
    List<Fault> warnings = new ArrayList<>(warnings(kind, enterprise, body));
    if (kind.kind().equals(ENTERPRISE) && dated.apply(number, body, today())) {
      warnings.add(Texts.fault("dated-entry-holds", ""));
    }
    Document stored = registry.put(entries.draft(kind, enterprise, division, number, body), actor);
    follow(kind, enterprise, actor);
    return new Written(stored, warnings);
  }

  @Override
  public boolean delete(RegisterKind kind, String enterprise, String number, String actor) {
    boolean deleted = registry.delete(kind.kind(), kind.documentId(enterprise, number), actor);
    follow(kind, enterprise, actor);
    return deleted;
  }

  @Override
  public List<Fault> warnings(RegisterKind kind, String enterprise, ObjectNode body) {
    return entries.warnings(kind, enterprise, body);
  }

  /** Brings the enterprise's document up to what its dated entries say today. */
  public void follow(String enterprise, String actor) {
    Optional<Document> found = registry.get(ENTERPRISE, enterprise);
    if (found.isPresent()) {
      ObjectNode body = StoredJson.body(found.get());
      if (dated.apply(enterprise, body, today())) {
        String division = found.get().division();
        registry.put(
            new Draft(ENTERPRISE, enterprise, enterprise, division, body.toString()), actor);
      }
    }
  }

  /** The day in China. */
  public LocalDate today() {
    return ChinaTime.day(clock.instant());
  }

  private void follow(RegisterKind kind, String enterprise, String actor) {
    if (DatedEntries.kinds().contains(kind.kind())) {
      follow(enterprise, actor);
    }
  }
}
