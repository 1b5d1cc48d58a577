package org.qingmen.intake.internal.passage;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.qingmen.model.Direction;
import org.qingmen.model.GatePassage;
import org.qingmen.store.PassageStore;

/** What the gates saw in the last days, in memory: entries by plate and plates by VIN. */
final class RecentTraffic {

  /** Within this time an exit belongs to an entry (contract, trip). */
  static final Duration WINDOW = Duration.ofDays(7);

  private static final int MOST = 200_000;

  /** A sighting longer ago is no evidence of two vehicles under one plate. */
  private static final Duration HORIZON = Duration.ofHours(6);

  private final Cache<String, Instant> entries = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<String, Instant> exits = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<String, Sighting> sightings = Caffeine.newBuilder().maximumSize(MOST).build();
  private final Cache<String, String> plates = Caffeine.newBuilder().maximumSize(MOST).build();
  private volatile boolean warm;

  /** Where a plate was seen last. */
  record Sighting(String enterprise, String barrier, boolean in, Instant time) {}

  /** Reads what the database holds of the last days. */
  void load(PassageStore store) {
    store.recentEntries(
        Instant.now().minus(WINDOW),
        seen ->
            note(
                seen.enterprise(),
                null,
                seen.plate(),
                seen.colour(),
                seen.vin(),
                Direction.IN.code().equals(seen.direction()),
                seen.time()));
    warm = true;
  }

  /** Notes a passage for those that follow. */
  void note(GatePassage passage) {
    note(
        passage.enterprise(),
        passage.barrier(),
        passage.plate().number(),
        passage.plate().colour().code(),
        passage.vehicle().vin() == null ? null : passage.vehicle().vin().value(),
        passage.direction() == Direction.IN,
        passage.time().toInstant());
  }

  /**
   * Whether the vehicle entered within the 7 days before. Until the past is loaded it has the
   * benefit of the doubt, and so has a vehicle whose plate was not read.
   */
  boolean entered(GatePassage passage) {
    if (!warm || !passage.plate().read()) {
      return true;
    }
    Instant time = passage.time().toInstant();
    Instant entry =
        entries.getIfPresent(
            key(passage.enterprise(), passage.plate().number(), passage.plate().colour().code()));
    return entry != null && !entry.isAfter(time) && !entry.isBefore(time.minus(WINDOW));
  }

  /** Another plate under which the same VIN was seen, null when none. A trailer is no vehicle. */
  String otherPlate(GatePassage passage) {
    if (passage.vehicle().vin() == null || !passage.plate().read() || passage.plate().trailer()) {
      return null;
    }
    String plate = plates.getIfPresent(passage.vehicle().vin().value());
    return plate == null || plate.equals(passage.plate().number()) ? null : plate;
  }

  /**
   * Seconds since the vehicle entered and did not leave; null when it is not known to be inside.
   */
  Long insideSeconds(GatePassage passage) {
    if (!passage.plate().read()) {
      return null;
    }
    String key =
        key(passage.enterprise(), passage.plate().number(), passage.plate().colour().code());
    Instant entry = entries.getIfPresent(key);
    Instant exit = exits.getIfPresent(key);
    Instant time = passage.time().toInstant();
    boolean inside =
        entry != null
            && entry.isBefore(time)
            && !entry.isBefore(time.minus(WINDOW))
            && (exit == null || exit.isBefore(entry));
    return inside ? Duration.between(entry, time).getSeconds() : null;
  }

  /** Where the plate was seen just before, null when nowhere or when it was seen later already. */
  Sighting before(GatePassage passage) {
    if (!passage.plate().read() || passage.plate().trailer()) {
      return null;
    }
    Sighting last =
        sightings.getIfPresent(passage.plate().number() + '|' + passage.plate().colour().code());
    Instant time = passage.time().toInstant();
    boolean before =
        last != null && !last.time().isAfter(time) && !last.time().isBefore(time.minus(HORIZON));
    return before ? last : null;
  }

  private void note(
      String enterprise,
      String barrier,
      String plate,
      String colour,
      String vin,
      boolean in,
      Instant time) {
    if (plate == null) {
      return;
    }
    (in ? entries : exits)
        .asMap()
        .merge(key(enterprise, plate, colour), time, (a, b) -> a.isAfter(b) ? a : b);
    sightings
        .asMap()
        .merge(
            plate + '|' + colour,
            new Sighting(enterprise, barrier, in, time),
            (a, b) -> a.time().isAfter(b.time()) ? a : b);
    if (vin != null && !plate.endsWith("挂")) {
      plates.put(vin, plate);
    }
  }

  private static String key(String enterprise, String plate, String colour) {
    return enterprise + '|' + plate + '|' + colour;
  }
}
