package org.qingmen.api.internal.alarms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
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
import org.qingmen.store.GateHistory.GateEvent;
import org.qingmen.store.GateHistory.GateEventQuery;

/** {@code GET /gate-events}: raises by hand, faults and recoveries. */
@Path("gate-events")
@Component(service = ApiResource.class)
public final class GateEventReading implements ApiResource {

  private static final int BASE = 36;

  private final GateHistory history;
  private final Enterprises enterprises;

  /** Wired by the container. */
  @Activate
  public GateEventReading(@Reference GateHistory history, @Reference Enterprises enterprises) {
    this.history = history;
    this.enterprises = enterprises;
  }

  /** Events of the caller's scope, newest first. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request, @Context UriInfo uri) {
    Principal caller = Callers.of(request);
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    GateEventQuery asked =
        new GateEventQuery(
            Callers.narrowed(caller, enterprises, query.getFirst("enterprise")),
            caller.scope().divisionPrefix(),
            query.getFirst("barrier"),
            query.getFirst("kind"),
            position(query.getFirst("id")),
            Query.from("from", query.getFirst("from")),
            Query.to("to", query.getFirst("to")),
            query.getFirst("cursor"),
            Query.limit(query.getFirst("limit")));
    return Json.page(history.events(asked), GateEventReading::write);
  }

  private static Long position(String id) {
    if (id == null) {
      return null;
    }
    if (!id.matches("G[0-9a-z]{1,12}")) {
      throw Query.bad("id", id);
    }
    return Long.parseLong(id.substring(1), BASE);
  }

  private static void write(ObjectNode json, GateEvent event) {
    json.put("id", event.id()).put("kind", event.kind());
    json.put("enterprise", event.enterprise()).put("barrier", event.barrier());
    json.put("time", event.time().toString()).put("received", event.received().toString());
    json.put("operator", event.operator()).put("reason", event.reason());
    json.put("fault", event.code());
    if ("barrier-raised".equals(event.kind())) {
      json.put("recorded", event.recorded());
    }
  }
}
