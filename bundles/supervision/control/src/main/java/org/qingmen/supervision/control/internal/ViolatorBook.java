package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.Division;
import org.qingmen.model.Plate;
import org.qingmen.spi.facts.Listed;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.supervision.control.ViolatorList;

/** The violator list, in the registry and in memory; a removed entry stays as a mark. */
@Component(service = {ViolatorList.class, ViolatorBook.class})
public final class ViolatorBook implements ViolatorList {

  private static final String KIND = "violator";
  private static final String BAD = "bad-violator";
  private static final Set<String> SERVER_MEMBERS = Set.of("listVersion", "removed");

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

  private final Registry registry;
  private final AuditTrail audit;
  private final Clock clock;
  private final Schema schema = new Schema(KIND, SERVER_MEMBERS);
  private final Map<String, List<Violator>> byKey = new ConcurrentHashMap<>();
  private final NavigableMap<Long, Violator> byListVersion = new ConcurrentSkipListMap<>();
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
  public synchronized Document put(String id, String json, String actor) {
    ready();
    ObjectNode body = schema.read(json, BAD);
    Periods.check(body, BAD);
    String chosen = NewId.of(id, body, "v-", BAD);
    if (Json.text(body, "from") == null) {
      body.put("from", today());
    }
    if (Json.text(body, "division") == null) {
      body.put("division", Division.NATION.code());
    }
    Document stored = save(chosen, body, actor);
    audit.append(actor, "violator.put", chosen, null);
    return stored;
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
    ObjectNode body = (ObjectNode) Json.body(present);
    save(id, body.put("removed", true), actor);
    audit.append(actor, "violator.delete", id, null);
  }

  @Override
  public long version() {
    ready();
    return byListVersion.isEmpty() ? 0 : byListVersion.lastKey();
  }

  @Override
  public Delta delta(long since, String division, int limit) {
    ready();
    List<Document> put = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    long reached = Math.max(since, 0);
    for (Map.Entry<Long, Violator> change : byListVersion.tailMap(since, false).entrySet()) {
      if (put.size() + removed.size() == limit) {
        return new Delta(reached, true, put, removed);
      }
      reached = change.getKey();
      Violator entry = change.getValue();
      if (touches(entry, division) && entry.removed()) {
        removed.add(entry.document().id());
      } else if (touches(entry, division)) {
        put.add(entry.document());
      }
    }
    return new Delta(reached, false, put, removed);
  }

  /** Entries that match a vehicle, valid at the time for gates of a division. */
  List<Listed> matching(Plate plate, String vin, String division, Instant at) {
    Division gate = new Division(division);
    List<Listed> found = new ArrayList<>();
    if (plate.read()) {
      String key = Violator.plateKey(plate.number(), plate.colour().code());
      collect(key, "plate", gate, at, found);
    }
    if (vin != null) {
      collect(vin, "vin", gate, at, found);
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
    ZonedDateTime now = clock.instant().atZone(CHINA);
    return now.truncatedTo(ChronoUnit.DAYS).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private Document save(String id, ObjectNode body, String actor) {
    body.put("id", id);
    body.put("listVersion", version() + 1);
    String division = body.path("division").asText();
    return registry.put(new Draft(KIND, id, null, division, body.toString()), actor);
  }

  private void index(Violator before, Violator after) {
    // First what is new: a vehicle whose entry changes is listed at every moment.
    if (after != null) {
      byListVersion.put(after.listVersion(), after);
      after.keys().forEach(key -> byKey.merge(key, List.of(after), ViolatorBook::joined));
    }
    if (before != null) {
      byListVersion.remove(before.listVersion(), before);
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
