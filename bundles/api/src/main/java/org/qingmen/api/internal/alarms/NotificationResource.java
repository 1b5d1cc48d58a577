package org.qingmen.api.internal.alarms;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.supervision.alarms.NotificationRules;
import org.qingmen.supervision.alarms.NotificationRules.Trial;

/** {@code /notification-rules} and {@code /notifications}: who is told, and what became of it. */
@Path("")
@Component(service = ApiResource.class)
public final class NotificationResource implements ApiResource {

  private final NotificationRules rules;
  private final SchemaCheck schema = SchemaCheck.of("notification-rule");

  /** Wired by the container. */
  @Activate
  public NotificationResource(@Reference NotificationRules rules) {
    this.rules = rules;
  }

  /** Rules within the caller's division. */
  @GET
  @Path("notification-rules")
  public JsonNode list(
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    return Json.page(
        rules.list(Callers.division(Callers.of(request)), cursor, Query.limit(limit)),
        Documents::write);
  }

  /** One rule. */
  @GET
  @Path("notification-rules/{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    return Documents.json(own(id, request));
  }

  /** A new rule; the answer carries the secret that signs its webhooks. */
  @POST
  @Path("notification-rules")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(byte[] body, @Context ContainerRequestContext request) throws IOException {
    ObjectNode rule = read(body, request);
    String id = rule.hasNonNull("id") ? rule.get("id").asText() : null;
    if (id != null && rules.get(id).isPresent()) {
      own(id, request);
    }
    return Response.status(Response.Status.CREATED).entity(stored(id, rule, request)).build();
  }

  /** Changes or makes a rule. */
  @PUT
  @Path("notification-rules/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("id") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    ObjectNode rule = read(body, request);
    Documents.name(rule, "id", id);
    if (rules.get(id).isPresent()) {
      own(id, request);
    }
    return stored(id, rule, request);
  }

  /** Takes a rule away. */
  @DELETE
  @Path("notification-rules/{id}")
  public Response delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
    own(id, request);
    rules.delete(id, Callers.of(request).source());
    return Response.noContent().build();
  }

  /** Sends a trial message to every address. */
  @POST
  @Path("notification-rules/{id}/test")
  public JsonNode test(@PathParam("id") String id, @Context ContainerRequestContext request) {
    own(id, request);
    ObjectNode json = Json.object();
    ArrayNode results = json.putArray("results");
    for (Trial trial : rules.test(id)) {
      results
          .addObject()
          .put("address", trial.address())
          .put("delivered", trial.error() == null)
          .put("error", trial.error());
    }
    return json;
  }

  /** Messages and what became of them. */
  @GET
  @Path("notifications")
  public JsonNode messages(
      @QueryParam("alarm") String alarm,
      @QueryParam("state") String state,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    String division = Callers.division(Callers.of(request));
    return Json.page(
        rules.messages(division, alarm, state, cursor, Query.limit(limit)),
        (json, message) -> {
          Documents.write(json, message);
          json.remove("about");
        });
  }

  private ObjectNode read(byte[] body, ContainerRequestContext request) throws IOException {
    ObjectNode rule = Json.readObject(body);
    rule.remove(java.util.List.of("version", "author", "changedAt", "secret"));
    Documents.check(schema, rule);
    Callers.requireDivision(Callers.of(request), rule.path("division").asText());
    return rule;
  }

  private ObjectNode stored(String id, ObjectNode rule, ContainerRequestContext request) {
    boolean fresh = id == null || rules.get(id).isEmpty();
    Document document = rules.put(id, rule.toString(), Callers.of(request).source());
    ObjectNode json = Documents.json(document);
    if (fresh && "webhook".equals(rule.path("channel").asText())) {
      json.put("secret", rules.secret(document.id()));
    }
    return json;
  }

  private Document own(String id, ContainerRequestContext request) {
    return rules
        .get(id)
        .filter(rule -> Callers.of(request).scope().allowsDivision(rule.division()))
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
  }
}
