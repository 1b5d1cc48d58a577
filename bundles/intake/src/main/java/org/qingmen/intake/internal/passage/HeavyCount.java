package org.qingmen.intake.internal.passage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Direction;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Vehicle;
import org.qingmen.model.Verdict;
import org.qingmen.store.PassageStore;
import org.qingmen.store.RecentPassage;

/**
 * How many heavy vehicles entered each enterprise on each day without being denied, for caps. After
 * a restart it is put together again from the journal and, once, from the database.
 */
@Component(service = HeavyCount.class, configurationPid = "org.qingmen.caps")
@Designate(ocd = HeavyCount.Config.class)
public final class HeavyCount {

  private static final Duration KEPT = Duration.ofDays(7);
  private static final int MOST = 100_000;

  private final Cache<String, AtomicInteger> counts =
      Caffeine.newBuilder().maximumSize(MOST).build();
  private final ConcurrentHashMap<String, Object> locks = new ConcurrentHashMap<>();

  /** Receipts counted before the database was read: it knows them too, or will soon. */
  private Set<String> early = ConcurrentHashMap.newKeySet();

  private boolean warm;

  private final Reservations reservations;

  /** Keys of {@code org.qingmen.caps.cfg}. */
  @ObjectClassDefinition(name = "Qingmen caps")
  public @interface Config {

    @AttributeDefinition(name = "Minutes for which a vehicle checked at a gate keeps its place")
    int reservation_minutes() default 10;
  }

  /** Wired by the container. */
  @Activate
  public HeavyCount(Config config) {
    this(Duration.ofMinutes(config.reservation_minutes()), Clock.systemUTC());
  }

  /** The same by hand. */
  HeavyCount(Duration reserved, Clock clock) {
    reservations = new Reservations(reserved, clock);
  }

  /** Heavy vehicles admitted by an enterprise on the day of an instant. */
  public int admitted(String enterprise, Instant at) {
    AtomicInteger count = counts.getIfPresent(key(enterprise, at));
    return count == null ? 0 : count.get();
  }

  /**
   * Heavy vehicles that entered on the day of a passage, and those that were told at a gate that
   * they may: all that go before this one. Ask under the enterprise's {@link #lock}.
   */
  int before(GatePassage passage) {
    Instant at = passage.time().toInstant();
    return admitted(passage.enterprise(), at)
        + reservations.forOthers(key(passage.enterprise(), at), passage);
  }

  /** Keeps the place of a vehicle that was checked, or takes it back when it was denied. */
  void checked(GatePassage passage, Verdict verdict) {
    String day = key(passage.enterprise(), passage.time().toInstant());
    if (verdict == Verdict.DENY) {
      reservations.release(day, passage);
    } else {
      reservations.hold(day, passage);
    }
  }

  /** Where a cap is in force the vehicles of one enterprise are decided one after the other. */
  Object lock(String enterprise) {
    return locks.computeIfAbsent(enterprise, key -> new Object());
  }

  /** Whether a passage can make a difference here. */
  static boolean concerns(GatePassage passage) {
    return passage.direction() == Direction.IN && passage.vehicle().heavy();
  }

  /** Counts a passage that was just decided; a place that was held for it is free again. */
  void note(GatePassage passage, Verdict verdict) {
    if (!concerns(passage)) {
      return;
    }
    if (verdict != Verdict.DENY) {
      count(passage.enterprise(), passage.time().toInstant(), passage.receipt().value());
    }
    reservations.release(key(passage.enterprise(), passage.time().toInstant()), passage);
  }

  /** Counts what the database holds of the last days; only the first time, the rest was seen. */
  void load(PassageStore store) {
    synchronized (this) {
      if (warm) {
        return;
      }
    }
    store.recentEntries(Instant.now().minus(KEPT), this::recall);
    synchronized (this) {
      warm = true;
      early = Set.of();
    }
  }

  private synchronized void recall(RecentPassage seen) {
    boolean counted =
        Direction.IN.code().equals(seen.direction())
            && !Verdict.DENY.code().equals(seen.verdict())
            && heavy(seen.type());
    if (counted && !early.contains(seen.receipt())) {
      add(seen.enterprise(), seen.time());
    }
  }

  private void count(String enterprise, Instant at, String receipt) {
    synchronized (this) {
      if (!warm) {
        early.add(receipt);
      }
      add(enterprise, at);
    }
  }

  private void add(String enterprise, Instant at) {
    counts.get(key(enterprise, at), key -> new AtomicInteger()).incrementAndGet();
  }

  private static boolean heavy(String type) {
    return new Vehicle(type, null, null, null, null, null, null, null, null, null, null, null)
        .heavy();
  }

  private static String key(String enterprise, Instant at) {
    return enterprise + '|' + ChinaTime.day(at);
  }
}
