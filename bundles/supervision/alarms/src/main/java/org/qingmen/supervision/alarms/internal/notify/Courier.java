package org.qingmen.supervision.alarms.internal.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.qingmen.spi.alarm.NotDeliveredException;
import org.qingmen.spi.alarm.Notice;
import org.qingmen.spi.alarm.Notifier;
import org.qingmen.store.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Delivers what waits in the outbox, and tries again with growing pauses. */
@Component(
    service = Courier.class,
    immediate = true,
    configurationPid = "org.qingmen.notifications")
@Designate(ocd = Courier.Config.class)
public final class Courier {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final long PAUSE_MILLIS = 500;
  private static final int AT_ONCE = 100;
  private static final Duration KEPT = Duration.ofDays(30);

  private final Outbox outbox;
  private final int[] pauses;
  private final Map<String, Notifier> notifiers = new ConcurrentHashMap<>();
  private final ScheduledExecutorService carrier =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "qingmen-notifications"));

  /** Keys of {@code org.qingmen.notifications.cfg}. */
  @ObjectClassDefinition(name = "Qingmen notifications")
  public @interface Config {

    @AttributeDefinition(name = "Pauses in seconds before each further attempt")
    String retry_seconds() default "5, 30, 120, 600, 3600, 21600";
  }

  /** Wired by the container. */
  @Activate
  public Courier(Config config, @Reference Outbox outbox) {
    this.outbox = outbox;
    // A list in a .cfg file arrives as one text.
    this.pauses =
        Stream.of(config.retry_seconds().split(","))
            .map(String::strip)
            .mapToInt(Integer::parseInt)
            .toArray();
    carrier.scheduleWithFixedDelay(this::carry, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void close() {
    carrier.shutdownNow();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindNotifier(Notifier notifier) {
    notifiers.put(notifier.channel(), notifier);
  }

  void unbindNotifier(Notifier notifier) {
    notifiers.remove(notifier.channel(), notifier);
  }

  /** Sends one message now; the caller hears of its failure. */
  void send(String channel, Notice notice) throws NotDeliveredException {
    Notifier notifier = notifiers.get(channel);
    if (notifier == null) {
      throw new NotDeliveredException("no notifier for " + channel, true, null);
    }
    notifier.send(notice);
  }

  private void carry() {
    try {
      long now = System.currentTimeMillis();
      List<Outbox.Message> due =
          outbox.messages().stream()
              .filter(message -> Outbox.WAITING.equals(message.state()) && message.next() <= now)
              .sorted(Comparator.comparing(Outbox.Message::id))
              .limit(AT_ONCE)
              .toList();
      due.forEach(message -> carry(message.id()));
      outbox.messages().stream()
          .filter(message -> !Outbox.WAITING.equals(message.state()))
          .filter(message -> message.changed() < now - KEPT.toMillis())
          .limit(AT_ONCE)
          .forEach(message -> outbox.forget(message.id()));
    } catch (StoreUnavailableException e) {
      LOG.debug("messages wait: {}", e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("Messages could not be carried and are tried again", e);
    }
  }

  private void carry(String id) {
    ObjectNode body = outbox.body(id);
    if (body == null) {
      return;
    }
    int attempts = body.path("attempts").asInt() + 1;
    body.put("attempts", attempts);
    try {
      send(body.path("channel").asText(), notice(body));
      body.put("state", "delivered").putNull("error");
    } catch (NotDeliveredException e) {
      body.put("error", e.getMessage());
      if (e.worthTryingAgain() && attempts <= pauses.length) {
        body.put("next", Instant.now().plusSeconds(pauses[attempts - 1]).toString());
      } else {
        body.put("state", "failed");
        LOG.warn(
            "Message {} to {} is given up: {}", id, body.path("channel").asText(), e.getMessage());
      }
    }
    outbox.save(body);
  }

  static Notice notice(ObjectNode body) {
    String event = body.path("event").asText();
    Locale locale = "en".equals(body.path("language").asText()) ? Locale.ENGLISH : Locale.CHINESE;
    return new Notice(
        body.path("id").asText(),
        body.path("rule").asText(),
        event,
        body.path("address").asText(),
        NoticeText.subject(body.path("about"), event, locale),
        NoticeText.text(body.path("about"), event, locale),
        NoticeText.json(body).toString().getBytes(StandardCharsets.UTF_8),
        Instant.parse(body.path("at").asText()));
  }
}
