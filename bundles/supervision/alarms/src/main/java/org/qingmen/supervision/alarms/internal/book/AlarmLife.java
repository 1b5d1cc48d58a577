package org.qingmen.supervision.alarms.internal.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.supervision.alarms.AlarmQuery;
import org.qingmen.supervision.alarms.Alarms;

/** What people do with alarms. */
@Component(service = {Alarms.class, AlarmLife.class})
public final class AlarmLife implements Alarms {

  private static final Set<String> REASONS =
      Set.of("handled", "false-alarm", "tolerated", "duplicate", "other");

  private final AlarmBook book;
  private final Registry registry;
  private final AuditTrail audit;

  /** Wired by the container. */
  @Activate
  public AlarmLife(
      @Reference AlarmBook book, @Reference Registry registry, @Reference AuditTrail audit) {
    this.book = book;
    this.registry = registry;
    this.audit = audit;
  }

  @Override
  public Optional<Document> get(String id) {
    return registry.get(AlarmBook.KIND, id);
  }

  @Override
  public Page<Document> list(AlarmQuery query) {
    ListPlace after = query.cursor() == null ? null : ListPlace.read(query.cursor());
    List<AlarmEntry> found =
        book.entries().all().stream()
            .filter(entry -> entry.fits(query) && (after == null || after.before(entry)))
            .sorted(AlarmEntry.NEWEST_FIRST)
            .limit(query.limit() + 1L)
            .toList();
    boolean more = found.size() > query.limit();
    List<AlarmEntry> shown = more ? found.subList(0, query.limit()) : found;
    return new Page<>(
        documents(shown), more ? ListPlace.of(shown.get(query.limit() - 1)).text() : null);
  }

  @Override
  public List<Document> history(String id) {
    return registry.history(AlarmBook.KIND, id);
  }

  @Override
  public Map<String, Long> open(String enterprise, String divisionPrefix) {
    return book.entries().all().stream()
        .filter(entry -> !entry.closed() && entry.within(enterprise, divisionPrefix))
        .collect(Collectors.groupingBy(AlarmEntry::severity, TreeMap::new, Collectors.counting()));
  }

  @Override
  public Document acknowledge(String id, String note, String actor) {
    synchronized (book) {
      ObjectNode body = book.openBody(id);
      body.put("state", "acknowledged").put("acknowledgedBy", actor);
      body.put("acknowledgedAt", book.now().toString());
      untilClosed(body);
      return step(body, "acknowledged", note, actor);
    }
  }

  @Override
  public Document assign(String id, String assignee, String note, String actor) {
    synchronized (book) {
      ObjectNode body = book.openBody(id);
      body.put("state", "assigned").put("assignee", assignee);
      untilClosed(body);
      return step(body, "assigned", note, actor);
    }
  }

  @Override
  public Document escalate(String id, String note, String actor) {
    synchronized (book) {
      ObjectNode body = book.openBody(id);
      String above = Levels.above(body.path("division").textValue(), body.path("level").asInt());
      if (above == null) {
        throw Texts.conflict("alarm-at-the-top", id);
      }
      body.put("state", "escalated").put("level", body.path("level").asInt() + 1);
      body.put("escalatedTo", above).put("escalatedAt", book.now().toString());
      // The one above has as long as the first had; without a limit nobody waits.
      body.remove("due");
      if (body.hasNonNull("acknowledgeMinutes")) {
        double minutes = body.path("acknowledgeMinutes").asDouble();
        body.put("due", AlarmBody.after(book.now(), minutes).toString());
      }
      return step(body, "escalated", note, actor);
    }
  }

  @Override
  public Document close(String id, String reason, String note, String actor) {
    if (!REASONS.contains(reason)) {
      throw Texts.invalid("bad-alarm-action", List.of(Texts.fault("close-reason", "/reason")));
    }
    synchronized (book) {
      ObjectNode body = book.openBody(id);
      body.put("state", AlarmEntry.CLOSED).put("closedBy", actor).put("reason", reason);
      body.put("closedAt", book.now().toString());
      body.remove("due");
      return step(body, "closed", note, actor);
    }
  }

  @Override
  public Registry.Registration listen(Consumer<Document> listener) {
    return registry.addListener(AlarmBook.KIND, listener);
  }

  @Override
  public List<Document> changedAfter(long millis, String id, int limit) {
    return documents(
        book.entries().all().stream()
            .filter(
                e -> e.changed() > millis || (e.changed() == millis && e.id().compareTo(id) > 0))
            .sorted(AlarmEntry.BY_CHANGE)
            .limit(limit)
            .toList());
  }

  /** Escalates what nobody looked at, or nobody closed, in time. */
  void escalateOverdue(Instant now) {
    List<AlarmEntry> overdue =
        book.entries().all().stream()
            .filter(entry -> !entry.closed() && entry.due() != null && !entry.due().isAfter(now))
            .toList();
    for (AlarmEntry entry : overdue) {
      ObjectNode body = book.openBody(entry.id());
      if (Levels.above(body.path("division").textValue(), body.path("level").asInt()) == null) {
        synchronized (book) {
          ObjectNode last = book.openBody(entry.id());
          last.remove("due");
          step(last, "overdue", null, AlarmBook.ACTOR);
        }
      } else {
        escalate(entry.id(), null, AlarmBook.ACTOR);
      }
    }
  }

  private Document step(ObjectNode body, String action, String note, String actor) {
    AlarmBody.step(body, action, note);
    Document written = book.write(body, actor);
    audit.append(actor, "alarm." + action, written.id(), null);
    return written;
  }

  /** From the first look on the waiting is for the closing. */
  private static void untilClosed(ObjectNode body) {
    body.remove("due");
    if (body.hasNonNull("closeBy")) {
      body.put("due", body.path("closeBy").asText());
    }
  }

  private List<Document> documents(List<AlarmEntry> entries) {
    return entries.stream()
        .flatMap(entry -> registry.get(AlarmBook.KIND, entry.id()).stream())
        .toList();
  }
}
