package org.qingmen.supervision.alarms.internal.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;

/**
 * The alarms in the registry, and what is needed of them in memory. All changes go through here one
 * after the other, so that a key never has two open alarms.
 */
@Component(service = AlarmBook.class)
public final class AlarmBook {

  /** Kind of the documents. */
  public static final String KIND = "alarm";

  /** Who acts when nobody does. */
  static final String ACTOR = "server:alarms";

  /** Closed ones leave the lists after so long; their versions stay. */
  private static final Duration KEPT = Duration.ofDays(180);

  private final Registry registry;
  private final Enterprises enterprises;
  private final Rules rules;
  private final Clock clock;
  private final Map<String, String> openByKey = new ConcurrentHashMap<>();

  /** Alarms whose condition has not ended, whether a person closed them or not. */
  private final Map<String, String> lastingByKey = new ConcurrentHashMap<>();

  private final DocumentCache<AlarmEntry> alarms;
  private final List<Companion> companions = new java.util.concurrent.CopyOnWriteArrayList<>();

  /** Adds what is to be written together with a changed alarm, such as messages about it. */
  public interface Companion {

    /**
     * Drafts to write in the same transaction.
     *
     * @param alarm the alarm's new document
     * @param action what was done: {@code raised}, {@code graver}, {@code escalated}, {@code
     *     closed} ...
     */
    List<Draft> beside(ObjectNode alarm, String action);
  }

  /** Wired by the container. */
  @Activate
  public AlarmBook(
      @Reference Registry registry, @Reference Enterprises enterprises, @Reference Judge judge) {
    this(registry, enterprises, judge, Clock.systemUTC());
  }

  /** The same with a clock of its own. */
  public AlarmBook(Registry registry, Enterprises enterprises, Judge judge, Clock clock) {
    this.registry = registry;
    this.enterprises = enterprises;
    this.rules = new Rules(judge);
    this.clock = clock;
    alarms = new DocumentCache<>(registry, KIND, AlarmEntry::read, this::index);
  }

  @Deactivate
  void close() {
    alarms.close();
  }

  /** Whether the alarms were read since the start. */
  public boolean loaded() {
    return alarms.loaded();
  }

  /** Whether an alarm with this key was raised and its condition has not ended since. */
  public boolean lasting(String key) {
    return lastingByKey.containsKey(key);
  }

  /** Whether an alarm with this key is open. */
  public boolean open(String key) {
    return openByKey.containsKey(key);
  }

  /** Keys of the alarms whose condition lasts. */
  public List<String> lastingKeys(Predicate<String> wanted) {
    return lastingByKey.keySet().stream().filter(wanted).toList();
  }

  /** Has more written beside each change from now on. */
  public void join(Companion companion) {
    companions.add(companion);
  }

  /** Ends {@link #join}. */
  public void leave(Companion companion) {
    companions.remove(companion);
  }

  /**
   * Writes down what happened, and other documents with it in one transaction.
   *
   * @param beside such as the place up to which the journal was watched
   * @throws org.qingmen.store.StoreUnavailableException when the database is away; then nothing is
   *     written
   */
  public synchronized void record(List<Happened> happened, List<Draft> beside) {
    ready();
    List<Draft> drafts = new ArrayList<>();
    Instant now = now();

    for (Happened one : happened) {
      change(one, now).ifPresent(body -> add(drafts, body));
    }
    drafts.addAll(beside);
    if (!drafts.isEmpty()) {
      registry.putAll(drafts, ACTOR);
    }
  }

  /** Writes one changed alarm with what belongs beside it. */
  synchronized Document write(ObjectNode body, String actor) {
    List<Draft> drafts = new ArrayList<>();
    add(drafts, body);
    return registry.putAll(drafts, actor).get(0);
  }

  /** The document of an alarm that can still change. */
  ObjectNode openBody(String id) {
    ready();
    Document document =
        registry.get(KIND, id).orElseThrow(() -> Texts.notFound("unknown-alarm", id));
    ObjectNode body = AlarmEntry.body(document);
    if (AlarmEntry.CLOSED.equals(body.path("state").asText())) {
      throw Texts.conflict("alarm-closed", id);
    }
    return body;
  }

  DocumentCache<AlarmEntry> entries() {
    ready();
    return alarms;
  }

  /** Forgets closed alarms that are old; called now and then. */
  void forgetOld() {
    long before = now().minus(KEPT).toEpochMilli();
    alarms.all().stream()
        .filter(entry -> entry.closed() && entry.changed() < before)
        .limit(1000)
        .forEach(entry -> registry.delete(KIND, entry.id(), ACTOR));
  }

  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private Optional<ObjectNode> change(Happened happened, Instant now) {
    String known = openByKey.get(happened.key());
    if (known == null && happened.alarm() == null) {
      // A person closed it before its condition ended; that it ended is noted all the same.
      known = lastingByKey.get(happened.key());
    }
    Optional<Document> present = Optional.ofNullable(known).flatMap(id -> registry.get(KIND, id));
    if (present.isPresent()) {
      return merged(AlarmEntry.body(present.get()), happened, present.get().division(), now);
    }
    if (happened.alarm() == null) {
      return Optional.empty();
    }
    String division = division(happened);
    return ruled(happened, division, happened.count())
        .map(ruled -> AlarmBody.raised(AlarmBody.newId(now), happened, ruled, division, now));
  }

  private Optional<ObjectNode> merged(
      ObjectNode body, Happened happened, String division, Instant now) {
    if (happened.alarm() == null) {
      AlarmBody.over(body, happened.over());
      return Optional.of(body);
    }
    long count = body.path("count").asLong() + happened.count();
    return ruled(happened, division, count)
        .map(
            ruled -> {
              AlarmBody.merge(body, happened, ruled, now);
              return body;
            });
  }

  /**
   * What the rules say of the first and of the last raising, each of its own facts; empty when they
   * call neither an alarm.
   */
  private Optional<Ruled> ruled(Happened happened, String division, long count) {
    Optional<Ruling> last = ask(happened.alarm(), division, count);
    Optional<Ruling> first =
        happened.opening() == happened.alarm()
            ? last
            : ask(happened.opening(), division, count - happened.count() + 1);
    return last.or(() -> first).map(ruling -> new Ruled(first.orElse(ruling), last.orElse(ruling)));
  }

  private Optional<Ruling> ask(Alarm alarm, String division, long count) {
    Enterprise enterprise = enterprises.find(alarm.enterprise()).orElse(null);
    return rules.ask(alarm, enterprise, division, count);
  }

  private String division(Happened happened) {
    String own = happened.alarm().division();
    return own != null
        ? own
        : enterprises.find(happened.alarm().enterprise()).map(Enterprise::division).orElse(null);
  }

  private void add(List<Draft> drafts, ObjectNode body) {

    drafts.add(
        new Draft(
            KIND,
            body.path("id").asText(),
            body.path("enterprise").textValue(),
            body.path("division").textValue(),
            body.toString()));
    String action = body.at("/step/action").asText();
    companions.forEach(companion -> drafts.addAll(companion.beside(body, action)));
  }

  private void index(AlarmEntry before, AlarmEntry after) {
    if (before != null) {
      openByKey.remove(before.key(), before.id());
      lastingByKey.remove(before.key(), before.id());
    }
    if (after != null && !after.closed()) {
      openByKey.put(after.key(), after.id());
    }
    if (after != null && !after.over()) {
      // Ids rise with time; while loading the order is that of the database.
      lastingByKey.merge(after.key(), after.id(), (a, b) -> a.compareTo(b) > 0 ? a : b);
    }
  }

  private void ready() {
    if (!loaded()) {
      throw Texts.notReady();
    }
  }
}
