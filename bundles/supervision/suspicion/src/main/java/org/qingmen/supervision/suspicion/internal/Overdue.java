package org.qingmen.supervision.suspicion.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.AlarmSink;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionStore;
import org.qingmen.store.SuspicionStore.Change;
import org.qingmen.store.VersionConflictException;

/** Escalates items whose deadline passed without an answer. */
final class Overdue {

  /** Code of the alarm. */
  static final String CODE = "suspicion-overdue";

  private static final int AT_ONCE = 200;

  private final SuspicionStore store;
  private final AlarmSink alarms;
  private final Clock clock;

  Overdue(SuspicionStore store, AlarmSink alarms, Clock clock) {
    this.store = store;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** Escalates what is due now. */
  void look() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (Suspicion item : store.due(now, AT_ONCE)) {
      // The alarm first: raised twice it counts once more, forgotten it would be forgotten.
      alarms.raise(alarm(item));
      try {
        store.step(
            item.id(),
            item.steps(),
            new Change(
                item.state(),
                true,
                item.deadline(),
                item.reply(),
                now,
                Follower.PLATFORM,
                "overdue",
                "{}"));
      } catch (VersionConflictException e) {
        // It was answered this very moment.
        over(item.id(), now);
      }
    }
  }

  /** Says that an item was answered at last. */
  void over(String id, Instant at) {
    alarms.over(key(id), at);
  }

  static String key(String id) {
    return CODE + "/" + id;
  }

  private static Alarm alarm(Suspicion item) {
    return new Alarm(
        CODE,
        key(item.id()),
        item.enterprise(),
        item.division().isEmpty() ? null : item.division(),
        null,
        item.deadline(),
        Map.of("suspicion", item.id(), "finding", item.code(), "records", (double) item.records()),
        List.of(
            new Alarm.Evidence("suspicion", item.id()),
            new Alarm.Evidence("passage", item.receipt())));
  }
}
