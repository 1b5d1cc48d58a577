package org.qingmen.api.internal.queries;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.model.Direction;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.PlateColour;
import org.qingmen.model.Usage;
import org.qingmen.model.Verdict;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.PassageFilter;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;

/** Reads what passages somebody asks for, within what they may see. */
@Component(service = PassageQuestions.class)
public final class PassageQuestions {

  /** Parameters that restrict; {@code limit} and {@code cursor} turn pages. */
  static final Set<String> NAMES =
      Set.of(
          "enterprise",
          "division",
          "industry",
          "plate",
          "colour",
          "vin",
          "barrier",
          "entrance",
          "stage",
          "fuel",
          "usage",
          "vehicleType",
          "cargo",
          "tonnesFrom",
          "tonnesTo",
          "newEnergy",
          "offline",
          "trip",
          "direction",
          "verdict",
          "finding",
          "from",
          "to",
          "future",
          "receivedFrom",
          "receivedTo",
          "limit",
          "cursor");

  private static final int LONGEST = 100;
  private static final int MOST_BARRIERS = 1000;

  private final Enterprises enterprises;
  private final Registry registry;
  private final Plates plates;
  private final Clock clock;

  @Activate
  public PassageQuestions(
      @Reference Enterprises enterprises, @Reference Registry registry, @Reference Plates plates) {
    this(enterprises, registry, plates, Clock.systemUTC());
  }

  PassageQuestions(Enterprises enterprises, Registry registry, Plates plates, Clock clock) {
    this.clock = clock;
    this.enterprises = enterprises;
    this.registry = registry;
    this.plates = plates;
  }

  /** The question of a caller. */
  public PassageQuery of(Principal caller, MultivaluedMap<String, String> query) {
    Parameters given = new Parameters(query, NAMES);
    String plate = given.text("plate", LONGEST);
    String vin = given.text("vin", LONGEST);
    if ((plate != null || vin != null) && plates.masked(caller)) {
      throw Problems.refusal(Kind.FORBIDDEN, "plates-masked");
    }
    Period period = Period.of(given, clock.instant());
    return new PassageQuery(
        Callers.narrowed(caller, enterprises, given.text("enterprise")),
        Scopes.division(caller, given.text("division")),
        exact(plate),
        exact(vin),
        period.from(),
        period.to(),
        given.code("stage", EmissionStage.class),
        given.code("direction", Direction.class),
        given.code("verdict", Verdict.class),
        given.text("finding", LONGEST),
        filter(given, pattern(plate), pattern(vin)),
        given.text("cursor"),
        Query.limit(given.text("limit")));
  }

  private PassageFilter filter(Parameters given, String plate, String vin) {
    return new PassageFilter(
        plate,
        vin,
        given.code("colour", PlateColour.class),
        given.text("industry", LONGEST),
        barriers(given),
        given.code("fuel", Fuel.class),
        given.code("usage", Usage.class),
        given.text("vehicleType", LONGEST),
        given.text("cargo", LONGEST),
        given.number("tonnesFrom"),
        given.number("tonnesTo"),
        given.flag("newEnergy"),
        given.flag("offline"),
        given.flag("trip"),
        Query.from("receivedFrom", given.text("receivedFrom")),
        Query.to("receivedTo", given.text("receivedTo")));
  }

  /** An entrance is known by the barriers that the register puts there. */
  private Set<String> barriers(Parameters given) {
    String entrance = given.text("entrance", LONGEST);
    String barrier = given.text("barrier", LONGEST);
    if (entrance == null) {
      return barrier == null ? null : Set.of(barrier);
    }
    String enterprise = given.text("enterprise");
    if (enterprise == null) {
      throw Query.bad("entrance", entrance);
    }
    RegistryQuery all = new RegistryQuery("barrier", enterprise, null, null, null, MOST_BARRIERS);
    return registry.list(all).items().stream()
        .map(document -> Json.stored(document.body()))
        .filter(body -> entrance.equals(body.path("entrance").asText(null)))
        .map(body -> body.path("number").asText())
        .filter(number -> barrier == null || barrier.equals(number))
        .collect(Collectors.toSet());
  }

  private static String exact(String text) {
    return text == null || text.contains("*") ? null : text;
  }

  private static String pattern(String text) {
    return text != null && text.contains("*") ? text : null;
  }
}
