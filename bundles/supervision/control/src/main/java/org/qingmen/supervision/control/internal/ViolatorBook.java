package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Division;
import org.qingmen.model.Plate;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.ListDelta;
import org.qingmen.supervision.control.ViolatorList;

/** The violator list, in the registry and in memory; a removed entry stays as a mark. */
@Component(service = {ViolatorList.class, ViolatorBook.class})
public final class ViolatorBook implements ViolatorList {

  private static final String KIND = "violator";
  private static final String BAD = "bad-violator";
  private static final Set<String> SERVER_MEMBERS = Set.of("listVersion", "removed");

  private final Registry registry;
  private final AuditTrail audit;
  private final Clock clock;
  private final Schema schema = new Schema(KIND, SERVER_MEMBERS);
  private final Map<String, List<Violator>> byKey = new ConcurrentHashMap<>();
  private final VersionedList<Violator> changes = new VersionedList<>();
  private final DocumentCache<Violator> entries;

  /** Wired by the container. */
  @Activate
  public ViolatorBook(@Reference Registry registry, @Reference AuditTrail audit) {
    this(registry, audit, Clock.systemUTC());
  }

  ViolatorBook(Registry registry, AuditTrail audit, Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.clock = clock;
    entries = new DocumentCache<>(registry, KIND, Violator::read, this::index);
  }

  @Deactivate
  void close() {
    entries.close();
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
    Draft draft = draft(id, json, version() + 1);
    Document stored = registry.put(draft, actor);
    audit.append(actor, "violator.put", draft.id(), null);
    return stored;
  }

  @Override
  public synchronized List<Document> putAll(List<String> entries, String actor) {
    ready();
    List<Draft> drafts = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      try {
        drafts.add(draft(null, entries.get(i), version() + 1 + i));
      } catch (Refusal e) {
        String entry = "/" + i;
        e.faults().forEach(f -> faults.add(new Fault(f.code(), entry + f.pointer(), f.message())));
      }
    }
    if (!faults.isEmpty()) {
      throw Texts.invalid(BAD, faults);
    }
    List<Document> stored = registry.putAll(drafts, actor);
    drafts.forEach(draft -> audit.append(actor, "violator.put", draft.id(), null));
    return stored;
  }

  private Draft draft(String id, String json, long listVersion) {
    ObjectNode body = checked(json);
    String chosen = NewId.of(id, body, "v-", BAD);
    if (StoredJson.text(body, "from") == null) {
      body.put("from", today());
    }
    if (StoredJson.text(body, "division") == null) {
      body.put("division", Division.NATION.code());
    }
    return draft(chosen, body, listVersion);
  }

  @Override
  public List<Fault> alike(String id, String json) {
    ready();
    Document entry = new Document(KIND, "", null, null, 0, json, "", Instant.EPOCH, false);
    Violator given = Violator.read(entry);
    return given.keys().stream()
        .flatMap(key -> byKey.getOrDefault(key, List.of()).stream())
        .filter(other -> !other.document().id().equals(id) && other.overlaps(given))
        .distinct()
        .map(
            other ->
                Texts.fault(
                    "listed-already", given.pointer(), other.document().id(), other.reason()))
        .toList();
  }

  @Override
  public Optional<Document> get(String id) {
    ready();
    return entries.get(id).filter(entry -> !entry.removed()).map(Violator::document);
  }

  @Override
  public Page<Document> list(String division, String cursor, int limit) {
    ready();
    return Listing.page(
        entries.all().stream().filter(e -> !e.removed() && touches(e, division)),
        Violator::document,
        cursor,
        limit);
  }

  @Override
  public synchronized void delete(String id, String actor) {
    Document present = get(id).orElseThrow(() -> Texts.notFound("unknown-violator", id));
    ObjectNode body = (ObjectNode) StoredJson.body(present);
    registry.put(draft(id, body.put("removed", true), version() + 1), actor);
    audit.append(actor, "violator.delete", id, null);
  }

  @Override
  public long version() {
    ready();
    return changes.version();
  }

  @Override
  public ListDelta delta(long since, String division, int limit) {
    ready();
    return changes.delta(since, limit, entry -> touches(entry, division));
  }

  /** When the oldest change after a version was made that gates of a division do not know. */
  Optional<Instant> pendingSince(long held, String division) {
    return changes.pendingSince(held, entry -> touches(entry, division));
  }

  /** Entries that match a vehicle, valid at the time for gates of a division. */
  List<Listed> matching(
      Plate plate, String vin, Collection<String> units, String division, Instant at) {
    Division gate = new Division(division);
    List<Listed> found = new ArrayList<>();
    if (plate.read()) {
      String key = Violator.plateKey(plate.number(), plate.colour().code());
      collect(key, "plate", gate, at, found);
    }
    if (vin != null) {
      collect(vin, "vin", gate, at, found);
    }
    for (String code : units) {
      collect(Violator.machineKey(code), "machine", gate, at, found);
    }
    return found;
  }

  boolean loaded() {
    return entries.loaded();
  }

  private void collect(String key, String by, Division gate, Instant at, List<Listed> found) {
    for (Violator entry : byKey.getOrDefault(key, List.of())) {
      boolean known = found.stream().anyMatch(l -> l.id().equals(entry.document().id()));
      if (!known && entry.binds(gate, at)) {
        found.add(entry.asListed(by));
      }
    }
  }

  /** Lists are dated by days: an entry without a time holds from the beginning of this one. */
  private String today() {
    ZonedDateTime now = clock.instant().atZone(ChinaTime.ZONE);
    return now.truncatedTo(ChronoUnit.DAYS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static Draft draft(String id, ObjectNode body, long listVersion) {
    body.put("id", id).put("listVersion", listVersion);
    return new Draft(KIND, id, null, body.path("division").asText(), body.toString());
  }

  private void index(Violator before, Violator after) {
    changes.index(before, after);
    // First what is new: a vehicle whose entry changes is listed at every moment.
    if (after != null) {
      after.keys().forEach(key -> byKey.merge(key, List.of(after), ViolatorBook::joined));
    }
    if (before != null) {
      before.keys().forEach(key -> byKey.computeIfPresent(key, (k, l) -> without(l, before)));
    }
  }

  private static List<Violator> without(List<Violator> list, Violator gone) {
    List<Violator> rest = list.stream().filter(entry -> entry != gone).toList();
    return rest.isEmpty() ? null : rest;
  }

  private static List<Violator> joined(List<Violator> some, List<Violator> more) {
    List<Violator> all = new ArrayList<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }

  private static boolean touches(Violator entry, String division) {
    return division == null || Divisions.touches(division, entry.division().code());
  }

  private void ready() {
    if (!loaded()) {
      throw Texts.notReady();
    }
  }
}
