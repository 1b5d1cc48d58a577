package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.NamedUnit;
import org.qingmen.spi.intake.KnownUnits;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredJson;

/** Registered vehicles, in-plant vehicles and machines in memory, by what a record names. */
@Component(service = {KnownUnits.class, UnitBook.class})
public final class UnitBook implements KnownUnits {

  private final Map<String, KnownVehicle> byVin = new ConcurrentHashMap<>();
  private final Map<String, KnownVehicle> byPlate = new ConcurrentHashMap<>();
  private final Map<String, List<Unit>> units = new ConcurrentHashMap<>();
  private final DocumentCache<KnownVehicle> vehicles;
  private final DocumentCache<Unit> inPlant;
  private final DocumentCache<Unit> machines;

  /** A unit and every code a record may name it by, with its enterprise in front. */
  private record Unit(
      String enterprise,
      String id,
      String kind,
      String registrationCode,
      String machineCode,
      String stage,
      Set<String> codes) {

    NamedUnit named(String code) {
      return new NamedUnit(code, kind, registrationCode, machineCode, stage);
    }
  }

  /** Wired by the container. */
  @Activate
  public UnitBook(@Reference Registry registry) {
    vehicles = new DocumentCache<>(registry, "vehicle", UnitBook::vehicle, this::indexVehicle);
    inPlant = new DocumentCache<>(registry, "in-plant-vehicle", UnitBook::unit, this::indexUnit);
    machines = new DocumentCache<>(registry, "machine", UnitBook::unit, this::indexUnit);
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
    return units.containsKey(key(enterprise, code));
  }

  @Override
  public Optional<NamedUnit> unit(String enterprise, String code) {
    Unread.refuse(inPlant.loaded() && machines.loaded());
    return Optional.ofNullable(units.get(key(enterprise, code)))
        .map(found -> found.get(0))
        .map(unit -> unit.named(code));
  }

  /** Machines of an enterprise, by code. */
  List<NamedUnit> machines(String enterprise) {
    return machines.all().stream()
        .filter(unit -> unit.enterprise().equals(enterprise))
        .map(unit -> unit.named(unit.id()))
        .sorted(Comparator.comparing(NamedUnit::code))
        .toList();
  }

  private static KnownVehicle vehicle(Document document) {
    JsonNode body = StoredJson.body(document);
    String vin = StoredJson.text(body, "vin");
    return new KnownVehicle(
        vin == null ? document.id() : vin,
        StoredJson.text(body, "plate"),
        StoredJson.text(body, "engine"),
        StoredJson.text(body, "stage"),
        StoredJson.text(body, "fuel"),
        StoredJson.text(body, "registered"));
  }

  private static Unit unit(Document document) {
    JsonNode body = StoredJson.body(document);
    Set<String> codes = new HashSet<>();
    String id = document.id().substring(document.id().indexOf('/') + 1);
    codes.add(key(document.enterprise(), id));
    for (String member : new String[] {"number", "registrationCode", "machineCode"}) {
      String code = StoredJson.text(body, member);
      if (code != null) {
        codes.add(key(document.enterprise(), code));
      }
    }
    boolean machine = "machine".equals(document.kind());
    return new Unit(
        document.enterprise(),
        id,
        machine ? "machine" : "in-plant",
        StoredJson.text(body, "registrationCode"),
        StoredJson.text(body, "machineCode"),
        StoredJson.text(body, "stage"),
        Set.copyOf(codes));
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

  private void indexUnit(Unit before, Unit after) {
    if (after != null) {
      after.codes().forEach(code -> units.merge(code, List.of(after), UnitBook::joined));
    }
    if (before != null) {
      before
          .codes()
          .forEach(code -> units.computeIfPresent(code, (c, found) -> without(found, before)));
    }
  }

  private static List<Unit> joined(List<Unit> some, List<Unit> more) {
    return Stream.concat(more.stream(), some.stream()).toList();
  }

  private static List<Unit> without(List<Unit> some, Unit gone) {
    List<Unit> rest = new ArrayList<>(some);
    // The last one: an equal one that came later stands before it.
    rest.remove(rest.lastIndexOf(gone));
    return rest.isEmpty() ? null : List.copyOf(rest);
  }

  private static String key(String enterprise, String code) {
    return enterprise + "/" + code;
  }
}
