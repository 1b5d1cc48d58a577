package org.qingmen.intake.internal.passage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.qingmen.model.GatePassage;

/**
 * Places under a cap, held for vehicles whose gate check was not denied and whose passage has not
 * come yet. A vehicle that turns round gives its place back when the time is over. In memory: a
 * restart forgets who waits at a barrier.
 */
final class Reservations {

  private static final int MOST = 100_000;

  private final Cache<String, Map<String, Instant>> places =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(Duration.ofDays(1)).build();
  private final Duration held;
  private final Clock clock;

  /**
   * @param held how long a place is held
   */
  Reservations(Duration held, Clock clock) {
    this.held = held;
    this.clock = clock;
  }

  /** Places held on a day for other vehicles than this one. */
  int forOthers(String day, GatePassage passage) {
    Map<String, Instant> all = places.getIfPresent(day);
    if (all == null) {
      return 0;
    }
    Instant now = clock.instant();
    all.values().removeIf(until -> !until.isAfter(now));
    return all.size() - (all.containsKey(vehicle(passage)) ? 1 : 0);
  }

  void hold(String day, GatePassage passage) {
    places
        .get(day, key -> new ConcurrentHashMap<>())
        .put(vehicle(passage), clock.instant().plus(held));
  }

  void release(String day, GatePassage passage) {
    Map<String, Instant> all = places.getIfPresent(day);
    if (all != null) {
      all.remove(vehicle(passage));
    }
  }

  /** Where nothing was read there is still no more than one vehicle before a barrier. */
  private static String vehicle(GatePassage passage) {
    if (passage.plate().read()) {
      return passage.plate().number() + '|' + passage.plate().colour().code();
    }
    return passage.vehicle().vin() == null
        ? "barrier:" + passage.barrier()
        : "vin:" + passage.vehicle().vin().value();
  }
}
