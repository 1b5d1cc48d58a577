package org.qingmen.supervision.control.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.PackException;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.supervision.control.Baselines;
import org.qingmen.supervision.control.Baselines.Baseline;
import org.qingmen.supervision.control.InForceView.Cap;

/**
 * Caps in vehicles. A gate's decision must not wait for the database, so baselines are kept; late
 * records change them within minutes, and while the database is away the last one known holds.
 */
@Component(service = Caps.class)
public final class Caps {

  private static final Duration KEPT = Duration.ofMinutes(10);
  private static final Duration RETRY = Duration.ofSeconds(10);
  private static final int MOST = 20_000;
  private static final Baseline NONE = new Baseline(0, 0, List.of());

  private final Baselines baselines;
  private final Clock clock;
  private final Map<Key, Kept> kept = new ConcurrentHashMap<>();

  private record Key(String enterprise, LocalDate before) {}

  private record Kept(Baseline baseline, Instant until) {}

  /** Wired by the container. */
  @Activate
  public Caps(@Reference Baselines baselines) {
    this(baselines, Clock.systemUTC());
  }

  Caps(Baselines baselines, Clock clock) {
    this.baselines = baselines;
    this.clock = clock;
  }

  /** The cap of an enterprise as a share of the normal days before a day. */
  Cap cap(String enterprise, LocalDate before, double share) {
    Baseline baseline = baseline(new Key(enterprise, before));
    int vehicles = baseline.days().isEmpty() ? -1 : (int) Math.round(share * baseline.heavyTrips());
    return new Cap(share, baseline, vehicles);
  }

  private Baseline baseline(Key key) {
    Instant now = clock.instant();
    Kept known = kept.get(key);
    if (known != null && now.isBefore(known.until())) {
      return known.baseline();
    }
    if (kept.size() >= MOST) {
      kept.clear();
    }
    Kept fresh = fresh(key, known, now);
    kept.put(key, fresh);
    return fresh.baseline();
  }

  private Kept fresh(Key key, Kept known, Instant now) {
    try {
      Baseline baseline = baselines.of(key.enterprise(), key.before());
      return new Kept(baseline, now.plus(baseline.days().isEmpty() ? RETRY : KEPT));
    } catch (StoreUnavailableException | PackException e) {
      // The last one known is better than none; without one the rules say what to do.
      return new Kept(known == null ? NONE : known.baseline(), now.plus(RETRY));
    }
  }
}
