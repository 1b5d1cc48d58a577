package org.qingmen.api.internal.alarms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Query;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.supervision.alarms.Gates;
import org.qingmen.supervision.alarms.Gates.Gate;

/** {@code /gates}: which gate is online, how its clock goes, how much of its passages came. */
@Path("gates")
@Component(service = ApiResource.class)
public final class GateResource implements ApiResource {

  private static final int MOST_DAYS = 400;

  private final Gates gates;
  private final GateHistory history;
  private final Enterprises enterprises;

  /** Wired by the container. */
  @Activate
  public GateResource(
      @Reference Gates gates, @Reference GateHistory history, @Reference Enterprises enterprises) {
    this.gates = gates;
    this.history = history;
    this.enterprises = enterprises;
  }

  /** The gates of the caller's scope as they are now. */
  @GET
  public JsonNode list(
      @QueryParam("enterprise") String enterprise,
      @QueryParam("state") String state,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    String own = Callers.narrowed(caller, enterprises, enterprise);
    List<Gate> all = gates.list(own, caller.scope().divisionPrefix());
    int most = Query.limit(limit);
    Stream<Gate> fitting =
        all.stream()
            .filter(gate -> state == null || state.equals(gate.state()))
            .filter(gate -> cursor == null || key(gate).compareTo(cursor) > 0);
    List<Gate> found = fitting.limit(most + 1L).toList();
    ObjectNode json = Json.object();
    ObjectNode counts = json.putObject("states");
    all.forEach(gate -> counts.put(gate.state(), counts.path(gate.state()).asLong() + 1));
    ArrayNode items = json.putArray("items");
    found.stream().limit(most).forEach(gate -> write(items.addObject(), gate));
    json.put("next", found.size() > most ? key(found.get(most - 1)) : null);
    return json;
  }

  /** Each day of one gate. */
  @GET
  @Path("{enterprise}/{barrier}/days")
  public JsonNode days(
      @PathParam("enterprise") String enterprise,
      @PathParam("barrier") String barrier,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @Context ContainerRequestContext request) {
    Callers.require(Callers.of(request), enterprises, enterprise);
    LocalDate first = Query.requiredDay("from", from);
    LocalDate last = Query.requiredDay("to", to);
    if (last.isBefore(first) || first.plusDays(MOST_DAYS).isBefore(last)) {
      throw Query.bad("to", to);
    }
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    history.days(enterprise, null, first, last).stream()
        .filter(day -> day.barrier().equals(barrier))
        .forEach(day -> write(items.addObject(), day));
    return json;
  }

  private static String key(Gate gate) {
    return gate.enterprise() + '/' + gate.barrier();
  }

  private static void write(ObjectNode json, Gate gate) {
    json.put("enterprise", gate.enterprise()).put("enterpriseName", gate.name());
    json.put("division", gate.division()).put("barrier", gate.barrier());
    json.put("state", gate.state()).put("transmission", gate.transmission());
    if (gate.latest() != null) {
      json.put("lastHeartbeat", text(gate.latest().lastHeartbeat()));
      json.put("lastPassage", text(gate.latest().lastPassage()));
      json.put("clockSkewMillis", gate.latest().clockSkewMillis());
      ArrayNode faults = json.putArray("faults");
      gate.latest().faults().forEach(faults::add);
    }
    if (gate.today() != null) {
      write(json.putObject("today"), gate.today());
    }
  }

  private static void write(ObjectNode json, GateDay day) {
    json.put("day", day.day().toString());
    json.put("onlineMinutes", day.onlineMinutes()).put("expectedMinutes", day.expectedMinutes());
    json.put("heartbeats", day.heartbeats()).put("passages", day.passages());
    json.put("late", day.late()).put("withPicture", day.withPicture());
    json.put("counted", day.counted() < 0 ? null : day.counted());
    json.put("manualRaises", day.manualRaises()).put("unrecordedRaises", day.unrecordedRaises());
  }

  private static String text(Instant at) {
    return at == null ? null : at.toString();
  }
}
