package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.AlertLevel;
import org.qingmen.model.Coded;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.control.ListDelta;

/** The alert episodes, in the registry and in memory. */
@Component(service = {Episodes.class, EpisodeBook.class})
public final class EpisodeBook implements Episodes {

  private static final String KIND = "episode";
  private static final String BAD = "bad-episode";
  private static final Comparator<Episode> HIGHEST_FIRST =
      Comparator.comparing(Episode::level)
          .thenComparing(Episode::from)
          .reversed()
          .thenComparing(Episode::id);

  private final Registry registry;
  private final AuditTrail audit;
  private final Clock clock;
  private final Schema schema = new Schema(KIND, Set.of("liftedAt", "liftedBy", "listVersion"));
  private final VersionedList<Episode> changes = new VersionedList<>();
  private final DocumentCache<Episode> episodes;

  /** Wired by the container. */
  @Activate
  public EpisodeBook(@Reference Registry registry, @Reference AuditTrail audit) {
    this(registry, audit, Clock.systemUTC());
  }

  EpisodeBook(Registry registry, AuditTrail audit, Clock clock) {
    this.registry = registry;
    this.audit = audit;
    this.clock = clock;
    episodes = new DocumentCache<>(registry, KIND, Episode::read, changes::index);
  }

  @Deactivate
  void close() {
    episodes.close();
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
    String chosen = NewId.of(id, body, "e-", BAD);
    episodes.get(chosen).ifPresent(this::refuseOver);
    AlertLevel level = Coded.of(AlertLevel.class, StoredJson.text(body, "level")).orElseThrow();
    String response = StoredJson.text(body, "response");
    if (response != null && !response.equals(level.response())) {
      throw Texts.invalid(
          BAD, List.of(Texts.fault("response-level", "/response", level.code(), level.response())));
    }
    body.put("response", level.response());
    return save(chosen, body, "episode.put", actor);
  }

  @Override
  public synchronized Document lift(String id, String actor) {
    ready();
    Episode episode = episodes.get(id).orElseThrow(() -> Texts.notFound("unknown-episode", id));
    refuseOver(episode);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    ObjectNode body = (ObjectNode) StoredJson.body(episode.document());
    Instant end = now.isBefore(episode.from()) ? episode.from() : now;
    body.put("to", end.toString()).put("liftedAt", now.toString()).put("liftedBy", actor);
    return save(id, body, "episode.lift", actor);
  }

  @Override
  public Optional<Document> get(String id) {
    ready();
    return episodes.get(id).map(Episode::document);
  }

  @Override
  public Page<Document> list(String division, String cursor, int limit) {
    ready();
    return Listing.page(
        episodes.all().stream().filter(episode -> touches(episode, division)),
        Episode::document,
        cursor,
        limit);
  }

  @Override
  public long version() {
    ready();
    return changes.version();
  }

  @Override
  public ListDelta delta(long since, String division, int limit) {
    ready();
    return changes.delta(since, limit, episode -> touches(episode, division));
  }

  /** When the oldest change after a version was made that gates of a division do not know. */
  Optional<Instant> pendingSince(long held, String division) {
    return changes.pendingSince(held, episode -> touches(episode, division));
  }

  /** Whether an episode ran in a division at some time between two instants. */
  boolean ranBetween(String division, Instant from, Instant to) {
    return episodes.all().stream()
        .anyMatch(
            episode ->
                Divisions.holds(episode.divisions(), division)
                    && episode.from().isBefore(to)
                    && (episode.to() == null || episode.to().isAfter(from))
                    && !episode.from().equals(episode.to()));
  }

  private static boolean touches(Episode episode, String division) {
    return division == null
        || episode.divisions().stream().anyMatch(d -> Divisions.touches(division, d));
  }

  @Override
  public List<Document> running(String division, Instant at) {
    ready();
    return episodes.all().stream()
        .filter(episode -> episode.runs(division, at))
        .sorted(HIGHEST_FIRST)
        .map(Episode::document)
        .toList();
  }

  /** The episode that counts in a division: the one of the highest level. */
  Optional<Episode> counting(String division, Instant at) {
    return episodes.all().stream().filter(episode -> episode.runs(division, at)).min(HIGHEST_FIRST);
  }

  boolean loaded() {
    return episodes.loaded();
  }

  private Document save(String id, ObjectNode body, String action, String actor) {
    body.put("id", id).put("listVersion", changes.version() + 1);
    String division = Divisions.common(StoredJson.texts(body, "divisions"));
    Document stored = registry.put(new Draft(KIND, id, null, division, body.toString()), actor);
    audit.append(actor, action, id, null);
    return stored;
  }

  private void refuseOver(Episode episode) {
    boolean over = episode.to() != null && !episode.to().isAfter(clock.instant());
    boolean lifted = StoredJson.body(episode.document()).has("liftedAt");
    if (over || lifted) {
      throw Texts.conflict("episode-over", episode.id());
    }
  }

  private void ready() {
    if (!loaded()) {
      throw Texts.notReady();
    }
  }
}
