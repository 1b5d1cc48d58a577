package org.qingmen.supervision.alarms.internal.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.alarm.NotDeliveredException;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;
import org.qingmen.supervision.alarms.NotificationRules;
import org.qingmen.supervision.alarms.internal.book.Texts;

/** What people do with notification rules. */
@Component
public final class RuleDesk implements NotificationRules {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String BAD = "bad-notification-rule";

  private final Registry registry;
  private final AuditTrail audit;
  private final RuleBook rules;
  private final Outbox outbox;
  private final Courier courier;
  private final SigningKey key;

  /** Wired by the container. */
  @Activate
  public RuleDesk(
      @Reference Registry registry,
      @Reference AuditTrail audit,
      @Reference RuleBook rules,
      @Reference Outbox outbox,
      @Reference Courier courier,
      @Reference SigningKey key) {
    this.registry = registry;
    this.audit = audit;
    this.rules = rules;
    this.outbox = outbox;
    this.courier = courier;
    this.key = key;
  }

  @Override
  public Document put(String id, String json, String actor) {
    ObjectNode body = read(json);
    List<Fault> faults = addresses(body);
    if (!faults.isEmpty()) {
      throw Texts.invalid(BAD, faults);
    }
    String chosen = id == null ? body.path("id").asText("r-" + Ids.next(Instant.now())) : id;
    body.put("id", chosen);
    Document stored =
        registry.put(
            new Draft(RuleBook.KIND, chosen, null, body.path("division").asText(), body.toString()),
            actor);
    audit.append(actor, "notification-rule.put", chosen, null);
    return stored;
  }

  @Override
  public Optional<Document> get(String id) {
    return rules.get(id).map(Rule::document);
  }

  @Override
  public Page<Document> list(String divisionPrefix, String cursor, int limit) {
    return page(
        rules.all().stream()
            .filter(rule -> rule.touches(divisionPrefix))
            .filter(rule -> cursor == null || rule.id().compareTo(cursor) > 0)
            .sorted(Comparator.comparing(Rule::id))
            .map(Rule::document),
        limit);
  }

  @Override
  public void delete(String id, String actor) {
    if (!registry.delete(RuleBook.KIND, id, actor)) {
      throw Texts.notFound("unknown-notification-rule", id);
    }
    audit.append(actor, "notification-rule.delete", id, null);
  }

  @Override
  public String secret(String id) {
    return key.secret(id);
  }

  @Override
  public List<Trial> test(String id) {
    Rule rule = rules.get(id).orElseThrow(() -> Texts.notFound("unknown-notification-rule", id));
    List<Trial> trials = new ArrayList<>();
    for (String address : rule.addresses()) {
      try {
        courier.send(rule.channel(), Courier.notice(trial(rule, address)));
        trials.add(new Trial(address, null));
      } catch (NotDeliveredException e) {
        trials.add(new Trial(address, e.getMessage()));
      }
    }
    return trials;
  }

  @Override
  public Page<Document> messages(
      String divisionPrefix, String alarm, String state, String cursor, int limit) {
    return page(
        outbox.messages().stream()
            .filter(m -> within(m.division(), divisionPrefix))
            .filter(m -> alarm == null || alarm.equals(m.alarm()))
            .filter(m -> state == null || state.equals(m.state()))
            .filter(m -> cursor == null || m.id().compareTo(cursor) < 0)
            .sorted(Comparator.comparing(Outbox.Message::id).reversed())
            .limit(limit + 1L)
            .flatMap(m -> registry.get(Outbox.KIND, m.id()).stream()),
        limit);
  }

  private static boolean within(String division, String prefix) {
    return prefix == null || prefix.isEmpty() || (division != null && division.startsWith(prefix));
  }

  private static Page<Document> page(Stream<Document> documents, int limit) {
    List<Document> found = documents.limit(limit + 1L).toList();
    boolean more = found.size() > limit;
    List<Document> items = more ? found.subList(0, limit) : found;
    return new Page<>(items, more ? items.get(limit - 1).id() : null);
  }

  private static ObjectNode trial(Rule rule, String address) {
    String now = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    ObjectNode body = JSON.createObjectNode();
    body.put("id", "T" + Ids.next(Instant.now())).put("rule", rule.id()).put("event", "test");
    body.put("address", address).put("language", rule.language().getLanguage()).put("at", now);
    ObjectNode alarm = body.putObject("about");
    alarm.put("id", "-").put("code", "test").put("severity", "notice").put("count", 1);
    alarm.put("last", now);
    alarm
        .putObject("message")
        .put("zh", Texts.text("trial").zh())
        .put("en", Texts.text("trial").en());
    return body;
  }

  private static List<Fault> addresses(ObjectNode body) {
    List<Fault> faults = new ArrayList<>();
    String channel = body.path("channel").asText();
    int at = 0;
    for (var address : body.path("addresses")) {
      if (!fits(channel, address.asText())) {
        faults.add(Texts.fault("address", "/addresses/" + at, address.asText(), channel));
      }
      at++;
    }
    return faults;
  }

  private static boolean fits(String channel, String address) {
    return switch (channel) {
      case "email" -> address.matches("[^@\\s]{1,64}@[^@\\s]{1,190}");
      case "sms" -> address.matches("\\+?[0-9 -]{3,20}");
      default -> http(address);
    };
  }

  private static boolean http(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static ObjectNode read(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw Texts.invalid(BAD, List.of(Texts.fault("not-json", "")));
    }
  }
}
