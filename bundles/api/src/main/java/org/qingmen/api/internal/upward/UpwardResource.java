package org.qingmen.api.internal.upward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.store.Outbox;
import org.qingmen.supervision.upward.UpwardReporting;

/** {@code /reports/upward}: the platforms above, and what became of what they are told. */
@Path("reports/upward")
@Component(service = ApiResource.class)
public final class UpwardResource implements ApiResource {

  private final UpwardReporting reporting;
  private final SchemaCheck schema = SchemaCheck.of("upward-target");

  @Activate
  public UpwardResource(@Reference UpwardReporting reporting) {
    this.reporting = reporting;
  }

  /** The targets within the scope, and how they are doing. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request) {
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    reporting.list().stream()
        .filter(target -> Callers.of(request).scope().allowsDivision(target.division()))
        .forEach(target -> items.add(json(target, request)));
    return answer.putNull("next");
  }

  /** One target. */
  @GET
  @Path("{target}")
  public JsonNode one(@PathParam("target") String id, @Context ContainerRequestContext request) {
    return json(found(id, request), request);
  }

  /** Makes or changes a target. */
  @PUT
  @Path("{target}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("target") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    ObjectNode asked = Json.readObject(body);
    Documents.name(asked, "id", id);
    Documents.check(schema, asked);
    Callers.requireDivision(Callers.of(request), asked.get("division").asText());
    if (reporting.get(id).isPresent()) {
      found(id, request);
    }
    return json(reporting.put(id, asked.toString(), Callers.of(request).source()), request);
  }

  /** Removes a target and what waits for it. */
  @DELETE
  @Path("{target}")
  public Response delete(@PathParam("target") String id, @Context ContainerRequestContext request) {
    found(id, request);
    reporting.delete(id, Callers.of(request).source());
    return Response.noContent().build();
  }

  /** Day by day: what is stored against what was reported. */
  @GET
  @Path("{target}/days")
  public JsonNode days(
      @PathParam("target") String id,
      @Context ContainerRequestContext request,
      @Context UriInfo uri) {
    found(id, request);
    var query = uri.getQueryParameters();
    List<UpwardReporting.Day> days =
        reporting.days(
            id,
            Query.requiredDay("from", query.getFirst("from")),
            Query.requiredDay("to", query.getFirst("to")));
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    days.forEach(day -> OutboxJson.day(items.addObject(), day));
    return answer;
  }

  /** Entries of the outbox. */
  @GET
  @Path("{target}/entries")
  public JsonNode entries(
      @PathParam("target") String id,
      @Context ContainerRequestContext request,
      @Context UriInfo uri) {
    found(id, request);
    var query = uri.getQueryParameters();
    int limit = Query.limit(query.getFirst("limit"));
    Outbox.Query asked =
        new Outbox.Query(
            id,
            OutboxJson.state(query.getFirst("state")),
            query.getFirst("enterprise"),
            Query.day("day", query.getFirst("day")),
            OutboxJson.cursor(query.getFirst("cursor")),
            limit);
    List<Outbox.Entry> entries = reporting.entries(asked);
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    entries.forEach(entry -> OutboxJson.entry(items.addObject(), entry));
    boolean more = entries.size() == limit;
    return answer.put(
        "next", more ? String.valueOf(entries.get(limit - 1).item().position()) : null);
  }

  /** Has entries sent again. */
  @POST
  @Path("{target}/resend")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode resend(
      @PathParam("target") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    found(id, request);
    ObjectNode asked = Json.readObject(body);
    Outbox.Query which =
        new Outbox.Query(
            id,
            OutboxJson.state(asked.path("state").textValue()),
            asked.path("enterprise").textValue(),
            Query.day("day", asked.path("day").textValue()),
            null,
            1);
    return Json.object().put("items", reporting.resend(which, Callers.of(request).source()));
  }

  /** Puts into the outbox what is missing there. */
  @POST
  @Path("{target}/refill")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode refill(
      @PathParam("target") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    found(id, request);
    ObjectNode asked = Json.readObject(body);
    long missing =
        reporting.refill(
            id,
            Query.requiredDay("from", asked.path("from").textValue()),
            Query.requiredDay("to", asked.path("to").textValue()),
            Callers.of(request).source());
    return Json.object().put("items", missing);
  }

  private Document found(String id, ContainerRequestContext request) {
    return reporting
        .get(id)
        .filter(target -> Callers.of(request).scope().allowsDivision(target.division()))
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
  }

  private ObjectNode json(Document target, ContainerRequestContext request) {
    Locale reader = Languages.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    ObjectNode json = Documents.json(target);
    UpwardReporting.Status status = reporting.status(target.id());
    ObjectNode told = json.putObject("status");
    told.put("behind", status.behind()).put("waiting", status.waiting());
    told.put("lastConfirmed", OutboxJson.text(status.lastConfirmed()));
    told.put("trouble", status.trouble() == null ? null : status.trouble().in(reader));
    told.put("troubleSince", OutboxJson.text(status.troubleSince()));
    told.put("nextAttempt", OutboxJson.text(status.nextAttempt()));
    return json;
  }
}
