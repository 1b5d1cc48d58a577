package org.qingmen.supervision.control.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.store.GateDeliveries;
import org.qingmen.store.Registry;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.supervision.control.Audience;
import org.qingmen.supervision.control.Deliveries;
import org.qingmen.supervision.control.EnterpriseView;

/** Which gate holds what, in memory and in the store; a gate's poll costs no write. */
@Component(service = {Deliveries.class, DeliveryBook.class})
public final class DeliveryBook implements Deliveries {

  private static final long NONE = -1;

  private final GateDeliveries store;
  private final EnterpriseView enterprises;
  private final ViolatorBook violators;
  private final PolicyBook policies;
  private final EpisodeBook episodes;
  private final Clock clock;
  private final Map<Key, GateDeliveries.Delivery> known = new ConcurrentHashMap<>();
  private final Map<Key, Instant> asked = new ConcurrentHashMap<>();
  private final Set<Key> unsaved = ConcurrentHashMap.newKeySet();
  private final Registry.Registration whenReachable;

  private record Key(String list, String gate) {}

  /** Wired by the container. */
  @Activate
  public DeliveryBook(
      @Reference GateDeliveries store,
      @Reference Registry registry,
      @Reference EnterpriseView enterprises,
      @Reference ViolatorBook violators,
      @Reference PolicyBook policies,
      @Reference EpisodeBook episodes) {
    this(store, registry, enterprises, violators, policies, episodes, Clock.systemUTC());
  }

  DeliveryBook(
      GateDeliveries store,
      Registry registry,
      EnterpriseView enterprises,
      ViolatorBook violators,
      PolicyBook policies,
      EpisodeBook episodes,
      Clock clock) {
    this.store = store;
    this.enterprises = enterprises;
    this.violators = violators;
    this.policies = policies;
    this.episodes = episodes;
    this.clock = clock;
    whenReachable = registry.whenReachable(this::meet);
  }

  @Deactivate
  void close() {
    whenReachable.close();
  }

  @Override
  public synchronized void offered(
      Deliveries.Kind list, String gate, String enterprise, long version) {
    Key key = new Key(list.code(), gate);
    asked.put(key, now());
    GateDeliveries.Delivery before = known.get(key);
    if (before == null || before.offered() != version) {
      long held = before == null ? NONE : before.held();
      Instant heldAt = before == null ? null : before.heldAt();
      keep(key, row(key, enterprise, version, now(), held, heldAt));
    }
  }

  @Override
  public synchronized Delivery acknowledge(
      Deliveries.Kind list, String gate, String enterprise, long version) {
    if (version > version(list)) {
      throw Texts.unacceptable(
          "unknown-list-version", String.valueOf(version), String.valueOf(version(list)));
    }
    Key key = new Key(list.code(), gate);
    asked.put(key, now());
    GateDeliveries.Delivery before = known.get(key);
    long offered = before == null ? version : Math.max(before.offered(), version);
    boolean same = before != null && before.offered() == offered;
    Instant offeredAt = same ? before.offeredAt() : now();
    if (before == null || before.held() != version) {
      keep(key, row(key, enterprise, offered, offeredAt, version, now()));
    }
    return delivery(list, known.get(key));
  }

  @Override
  public List<Delivery> of(Deliveries.Kind list) {
    return known.values().stream()
        .filter(row -> row.list().equals(list.code()))
        .map(row -> delivery(list, row))
        .sorted(Comparator.comparing(Delivery::gate))
        .toList();
  }

  @Override
  public long version(Deliveries.Kind list) {
    return switch (list) {
      case VIOLATORS -> violators.version();
      case POLICIES -> policies.version();
      case EPISODES -> episodes.version();
    };
  }

  private Delivery delivery(Deliveries.Kind list, GateDeliveries.Delivery row) {
    return new Delivery(
        list,
        row.gate(),
        row.enterprise(),
        row.division(),
        row.offered(),
        row.offeredAt(),
        row.held(),
        row.heldAt(),
        asked.get(new Key(row.list(), row.gate())),
        behindSince(list, row));
  }

  private Instant behindSince(Deliveries.Kind list, GateDeliveries.Delivery row) {
    long held = Math.max(row.held(), 0);
    String division = row.division();
    Optional<Instant> pending =
        switch (list) {
          case VIOLATORS -> violators.pendingSince(held, division);
          case POLICIES ->
              policies.pendingSince(held, new Audience(division, row.enterprise(), false));
          case EPISODES -> episodes.pendingSince(held, division);
        };
    return pending.orElse(null);
  }

  private GateDeliveries.Delivery row(
      Key key, String enterprise, long offered, Instant offeredAt, long held, Instant heldAt) {
    String division = enterprises.find(enterprise).map(Enterprise::division).orElse("000000");
    return new GateDeliveries.Delivery(
        key.list(), key.gate(), enterprise, division, offered, offeredAt, held, heldAt);
  }

  private void keep(Key key, GateDeliveries.Delivery row) {
    known.put(key, row);
    save(key, row);
  }

  private void save(Key key, GateDeliveries.Delivery row) {
    try {
      store.save(row);
      unsaved.remove(key);
    } catch (StoreUnavailableException e) {
      // Gates go on; the row is written when the database is back.
      unsaved.add(key);
    }
  }

  /** Reads what is not known yet and writes what could not be written. */
  private synchronized void meet() {
    try {
      store.all().forEach(row -> known.putIfAbsent(new Key(row.list(), row.gate()), row));
    } catch (StoreUnavailableException e) {
      return;
    }
    Set.copyOf(unsaved).forEach(key -> save(key, Objects.requireNonNull(known.get(key))));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
