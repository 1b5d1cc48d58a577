package org.qingmen.supervision.control.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.PackException;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.AlarmSink;
import org.qingmen.supervision.control.Deliveries;
import org.qingmen.supervision.control.Deliveries.Delivery;

/** Raises an alarm for each gate that lags behind a list, and says when it has caught up. */
@Component(service = DeliveryWatch.class, immediate = true)
public final class DeliveryWatch {

  private static final int EVERY_SECONDS = 60;

  private final Deliveries deliveries;
  private final Rules rules;
  private final AlarmSink alarms;
  private final Clock clock;
  private final Set<String> raised = new HashSet<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "qingmen-delivery-watch");
            thread.setDaemon(true);
            return thread;
          });

  /** Wired by the container. */
  @Activate
  public DeliveryWatch(
      @Reference Deliveries deliveries, @Reference Rules rules, @Reference AlarmSink alarms) {
    this(deliveries, rules, alarms, Clock.systemUTC());
    timer.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  DeliveryWatch(Deliveries deliveries, Rules rules, AlarmSink alarms, Clock clock) {
    this.deliveries = deliveries;
    this.rules = rules;
    this.alarms = alarms;
    this.clock = clock;
  }

  @Deactivate
  void close() {
    timer.shutdownNow();
  }

  /** Looks at every gate once. */
  void look() {
    Instant now = clock.instant();
    for (Deliveries.Kind list : Deliveries.Kind.values()) {
      deliveries.of(list).forEach(delivery -> look(delivery, now));
    }
  }

  private void look(Delivery delivery, Instant now) {
    String key = "delivery-lag/" + delivery.list().code() + "/" + delivery.gate();
    if (lags(delivery, now)) {
      if (raised.add(key)) {
        alarms.raise(alarm(key, delivery, now));
      }
    } else if (raised.remove(key)) {
      alarms.over(key, now);
    }
  }

  private boolean lags(Delivery delivery, Instant now) {
    if (delivery.behindSince() == null) {
      return false;
    }
    try {
      double minutes =
          rules.of(delivery.division(), ChinaTime.day(now)).number("delivery.lag-minutes");
      Duration limit = Duration.ofSeconds((long) (minutes * 60));
      return delivery.behindSince().plus(limit).isBefore(now);
    } catch (PackException e) {
      // Without a pack of measures nobody has said how long is too long.
      return false;
    }
  }

  private Alarm alarm(String key, Delivery delivery, Instant now) {
    long minutes = Duration.between(delivery.behindSince(), now).toMinutes();
    return new Alarm(
        "delivery-lag",
        key,
        delivery.enterprise(),
        delivery.division(),
        null,
        now,
        Map.of(
            "list", delivery.list().code(),
            "gate", delivery.gate(),
            "held", delivery.held(),
            "version", deliveries.version(delivery.list()),
            "minutes", minutes),
        List.of());
  }
}
