package org.qingmen.demo.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.store.SuspicionStore;
import org.qingmen.store.SuspicionStore.Change;
import org.qingmen.supervision.suspicion.Suspicions;
import org.qingmen.supervision.suspicion.Suspicions.Reply;

/**
 * Suspicious information in every state: the province's odd visits make the items, some of which
 * are answered, ruled on, or returned so long ago that they are overdue.
 */
final class SuspicionPart {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WANTED = 8;
  private static final String OFFICER = "user:demo-officer";

  private final Suspicions suspicions;
  private final SuspicionStore store;
  private final BooleanSupplier stopped;

  SuspicionPart(Services services, BooleanSupplier stopped) {
    this.suspicions = services.suspicions;
    this.store = services.suspicionStore;
    this.stopped = stopped;
  }

  void load() {
    List<Suspicion> open = open();
    if (open.size() < WANTED || suspicions.counts(null, null).containsKey("accepted")) {
      return; // Nothing odd happened, or this was done before.
    }
    reply(open.get(0), "confirmed", "情况属实，驾驶员未按规定登记，已整改。");
    reply(open.get(1), "disputed", "该车随车清单为国六，附清单照片，请核实。");
    reply(open.get(2), "confirmed", "超载属实，已通知承运单位。");
    suspicions.rule(open.get(2).id(), new Suspicions.Ruling("accept", "情况清楚"), OFFICER);
    returned(open.get(3));
    returned(open.get(4));
  }

  /** The items once the platform has caught up with the records. */
  private List<Suspicion> open() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<Suspicion> open = List.of();
    while (open.size() < WANTED && System.nanoTime() < end && !stopped.getAsBoolean()) {
      open = suspicions.list(new SuspicionQuery(null, null, "open", null, null, WANTED)).items();
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return open;
  }

  private void reply(Suspicion item, String kind, String text) {
    suspicions.reply(item.id(), new Reply(kind, text, "[]", null, List.of()), plant(item));
  }

  /** Answered and returned days ago; the platform itself finds that the deadline has passed. */
  private void returned(Suspicion item) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Suspicion answered =
        store.step(
            item.id(),
            item.steps(),
            change(
                "answered",
                now.minus(Duration.ofDays(1)),
                now.minus(Duration.ofDays(4)),
                plant(item),
                "reply",
                "{\"kind\":\"confirmed\",\"text\":\"设备原因\",\"files\":[]}"));
    store.step(
        item.id(),
        answered.steps(),
        change(
            "returned",
            now.minus(Duration.ofDays(1)),
            now.minus(Duration.ofDays(3)),
            OFFICER,
            "return",
            "{\"text\":\"请补充设备检修记录\"}"));
  }

  private static Change change(
      String state, Instant deadline, Instant at, String actor, String action, String body) {
    return new Change(state, false, deadline, "confirmed", at, actor, action, body);
  }

  private static String plant(Suspicion item) {
    return "user:" + item.enterprise();
  }
}
