package org.qingmen.supervision.alarms.internal.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.supervision.alarms.internal.book.AlarmBook;

/**
 * Messages about alarms. A message is written in the transaction of the change it tells of, so none
 * is lost however the server ends, and stays until it is delivered or given up.
 */
@Component(service = Outbox.class, immediate = true)
public final class Outbox implements AlarmBook.Companion {

  static final String KIND = "notification";
  static final String WAITING = "waiting";

  private final Registry registry;
  private final AlarmBook book;
  private final RuleBook rules;
  private final Clock clock = Clock.systemUTC();
  private final DocumentCache<Message> messages;

  /**
   * A message in memory.
   *
   * @param next when it is tried, milliseconds since 1970
   */
  record Message(String id, String alarm, String division, String state, long next, long changed) {

    static Message read(Document document) {
      JsonNode body = Rule.body(document);
      return new Message(
          document.id(),
          body.path("alarm").asText(),
          document.division(),
          body.path("state").asText(),
          Instant.parse(body.path("next").asText()).toEpochMilli(),
          document.at().toEpochMilli());
    }
  }

  /** Wired by the container. */
  @Activate
  public Outbox(
      @Reference Registry registry, @Reference AlarmBook book, @Reference RuleBook rules) {
    this.registry = registry;
    this.book = book;
    this.rules = rules;
    messages = new DocumentCache<>(registry, KIND, Message::read);
    book.join(this);
  }

  @Deactivate
  void close() {
    book.leave(this);
    messages.close();
  }

  @Override
  public List<Draft> beside(ObjectNode alarm, String action) {
    List<Draft> drafts = new ArrayList<>();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (Rule rule : rules.all()) {
      if (rule.tells(alarm, action)) {
        for (String address : rule.addresses()) {
          drafts.add(draft(alarm, action, rule, address, now));
        }
      }
    }
    return drafts;
  }

  private static Draft draft(
      ObjectNode alarm, String action, Rule rule, String address, Instant now) {
    String id = "N" + Ids.next(now);
    ObjectNode body = alarm.objectNode();
    body.put("id", id).put("rule", rule.id()).put("alarm", alarm.path("id").asText());
    body.put("event", action).put("channel", rule.channel()).put("address", address);
    body.put("language", rule.language().getLanguage()).put("at", now.toString());
    body.put("state", WAITING).put("attempts", 0).put("next", now.toString());
    body.set("about", alarm.deepCopy());
    return new Draft(
        KIND,
        id,
        alarm.path("enterprise").textValue(),
        alarm.path("division").textValue(),
        body.toString());
  }

  Collection<Message> messages() {
    return messages.all();
  }

  ObjectNode body(String id) {
    return registry.get(KIND, id).map(Rule::body).orElse(null);
  }

  void save(ObjectNode body) {
    JsonNode about = body.path("about");
    registry.put(
        new Draft(
            KIND,
            body.path("id").asText(),
            about.path("enterprise").textValue(),
            about.path("division").textValue(),
            body.toString()),
        "server:notifications");
  }

  void forget(String id) {
    registry.delete(KIND, id, "server:notifications");
  }
}
