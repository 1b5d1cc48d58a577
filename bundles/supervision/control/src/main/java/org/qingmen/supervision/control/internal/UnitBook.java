package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.intake.KnownUnits;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;

/** Registered vehicles, in-plant vehicles and machines in memory, by what a record names. */
@Component
public final class UnitBook implements KnownUnits {

  private final Map<String, KnownVehicle> byVin = new ConcurrentHashMap<>();
  private final Map<String, KnownVehicle> byPlate = new ConcurrentHashMap<>();
  private final Map<String, Integer> codes = new ConcurrentHashMap<>();
  private final DocumentCache<KnownVehicle> vehicles;
  private final DocumentCache<Set<String>> inPlant;
  private final DocumentCache<Set<String>> machines;

  /** Wired by the container. */
  @Activate
  public UnitBook(@Reference Registry registry) {
    vehicles = new DocumentCache<>(registry, "vehicle", UnitBook::vehicle, this::indexVehicle);
    inPlant = new DocumentCache<>(registry, "in-plant-vehicle", UnitBook::codes, this::indexCodes);
    machines = new DocumentCache<>(registry, "machine", UnitBook::codes, this::indexCodes);
  }

  @Deactivate
  void close() {
    vehicles.close();
    inPlant.close();
    machines.close();
  }

  @Override
  public Optional<KnownVehicle> vehicle(String vin, String plate) {
    Unread.refuse(vehicles.loaded());
    KnownVehicle known = vin == null ? null : byVin.get(vin);
    return Optional.ofNullable(known == null && plate != null ? byPlate.get(plate) : known);
  }

  @Override
  public boolean unitRegistered(String enterprise, String code) {
    Unread.refuse(inPlant.loaded() && machines.loaded());
    return codes.containsKey(key(enterprise, code));
  }

  private static KnownVehicle vehicle(Document document) {
    JsonNode body = Json.body(document);
    String vin = Json.text(body, "vin");
    return new KnownVehicle(
        vin == null ? document.id() : vin,
        Json.text(body, "plate"),
        Json.text(body, "engine"),
        Json.text(body, "stage"),
        Json.text(body, "fuel"),
        Json.text(body, "registered"));
  }

  /** Every code a record may name the unit by, with its enterprise in front. */
  private static Set<String> codes(Document document) {
    JsonNode body = Json.body(document);
    Set<String> codes = new HashSet<>();
    codes.add(key(document.enterprise(), document.id().substring(document.id().indexOf('/') + 1)));
    for (String member : new String[] {"number", "registrationCode", "machineCode"}) {
      String code = Json.text(body, member);
      if (code != null) {
        codes.add(key(document.enterprise(), code));
      }
    }
    return Set.copyOf(codes);
  }

  private void indexVehicle(KnownVehicle before, KnownVehicle after) {
    if (after != null) {
      byVin.put(after.vin(), after);
      if (after.plate() != null) {
        byPlate.put(after.plate(), after);
      }
    }
    if (before != null && !before.equals(after)) {
      byVin.remove(before.vin(), before);
      if (before.plate() != null) {
        byPlate.remove(before.plate(), before);
      }
    }
  }

  private void indexCodes(Set<String> before, Set<String> after) {
    if (after != null) {
      after.forEach(code -> codes.merge(code, 1, Integer::sum));
    }
    if (before != null) {
      before.forEach(code -> codes.computeIfPresent(code, (c, n) -> n == 1 ? null : n - 1));
    }
  }

  private static String key(String enterprise, String code) {
    return enterprise + "/" + code;
  }
}
