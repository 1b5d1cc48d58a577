package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.facts.KnownUnit;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.intake.KnownUnits;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;

/** Registered vehicles, in-plant vehicles and machines in memory, by what a record names. */
@Component(service = {KnownUnits.class, UnitBook.class})
public final class UnitBook implements KnownUnits {

  private final Map<String, KnownVehicle> byVin = new ConcurrentHashMap<>();
  private final Map<String, KnownVehicle> byPlate = new ConcurrentHashMap<>();
  private final Map<String, List<KnownUnit>> byCode = new ConcurrentHashMap<>();
  private final DocumentCache<KnownVehicle> vehicles;
  private final DocumentCache<Unit> inPlant;
  private final DocumentCache<Unit> machines;

  /** A unit of an enterprise. */
  private record Unit(String enterprise, KnownUnit known) {

    List<String> keys() {
      return known.codes().stream().map(code -> key(enterprise, code)).toList();
    }
  }

  /** Wired by the container. */
  @Activate
  public UnitBook(@Reference Registry registry) {
    vehicles = new DocumentCache<>(registry, "vehicle", UnitBook::vehicle, this::indexVehicle);
    inPlant = new DocumentCache<>(registry, "in-plant-vehicle", UnitBook::unit, this::indexCodes);
    machines = new DocumentCache<>(registry, "machine", UnitBook::unit, this::indexCodes);
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
    return byCode.containsKey(key(enterprise, code));
  }

  @Override
  public Optional<KnownUnit> unit(String enterprise, String code) {
    Unread.refuse(inPlant.loaded() && machines.loaded());
    return byCode.getOrDefault(key(enterprise, code), List.of()).stream()
        .findFirst()
        .map(u -> new KnownUnit(code, u.kind(), u.codes(), u.stage(), u.fuel()));
  }

  /** Machines of an enterprise, by code. */
  List<KnownUnit> machines(String enterprise) {
    return machines.all().stream()
        .filter(unit -> unit.enterprise().equals(enterprise))
        .map(Unit::known)
        .sorted(Comparator.comparing(KnownUnit::code))
        .toList();
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

  /** A unit with every code that a record may name it by. */
  private static Unit unit(Document document) {
    JsonNode body = Json.body(document);
    String id = document.id().substring(document.id().indexOf('/') + 1);
    Set<String> codes = new LinkedHashSet<>();
    codes.add(id);
    for (String member : new String[] {"number", "registrationCode", "machineCode"}) {
      String code = Json.text(body, member);
      if (code != null) {
        codes.add(code);
      }
    }
    return new Unit(
        document.enterprise(),
        new KnownUnit(
            id,
            document.kind(),
            List.copyOf(codes),
            Json.text(body, "stage"),
            Json.text(body, "fuel")));
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

  private void indexCodes(Unit before, Unit after) {
    if (after != null) {
      after.keys().forEach(key -> byCode.merge(key, List.of(after.known()), UnitBook::joined));
    }
    if (before != null) {
      before.keys().forEach(key -> byCode.computeIfPresent(key, (k, l) -> without(l, before)));
    }
  }

  private static List<KnownUnit> joined(List<KnownUnit> some, List<KnownUnit> more) {
    List<KnownUnit> all = new ArrayList<>(more);
    all.addAll(some);
    return List.copyOf(all);
  }

  private static List<KnownUnit> without(List<KnownUnit> list, Unit gone) {
    List<KnownUnit> rest = list.stream().filter(unit -> unit != gone.known()).toList();
    return rest.isEmpty() ? null : rest;
  }

  private static String key(String enterprise, String code) {
    return enterprise + "/" + code;
  }
}
