package org.qingmen.api.internal.alarms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
import org.qingmen.model.Text;
import org.qingmen.security.Accounts;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.supervision.alarms.AlarmQuery;
import org.qingmen.supervision.alarms.Alarms;

/** {@code /alarms}: violation alarms and what is done with them. */
@Path("alarms")
@Component(service = ApiResource.class)
public final class AlarmResource implements ApiResource {

  private final Alarms alarms;
  private final Enterprises enterprises;
  private final Accounts accounts;
  private final SchemaCheck action = SchemaCheck.of("alarm-action");

  /** Wired by the container. */
  @Activate
  public AlarmResource(
      @Reference Alarms alarms, @Reference Enterprises enterprises, @Reference Accounts accounts) {
    this.accounts = accounts;
    this.alarms = alarms;
    this.enterprises = enterprises;
  }

  /** Alarms of the caller's scope, newest first. */
  @GET
  public JsonNode list(
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Principal caller = Callers.of(request);
    MultivaluedMap<String, String> query = uri.getQueryParameters();
    AlarmQuery asked =
        new AlarmQuery(
            Callers.narrowed(caller, enterprises, query.getFirst("enterprise")),
            caller.scope().divisionPrefix(),
            query.getFirst("barrier"),
            several(query.getFirst("state")),
            several(query.getFirst("severity")),
            query.getFirst("code"),
            query.getFirst("assignee"),
            Query.from("from", query.getFirst("from")),
            Query.to("to", query.getFirst("to")),
            query.getFirst("cursor"),
            Query.limit(query.getFirst("limit")));
    return Json.page(
        alarms.list(asked),
        (json, alarm) -> AlarmJson.write(json, alarm, enterprises, Languages.of(headers)));
  }

  /** How many are not closed, by severity: what the menu shows. */
  @GET
  @Path("open")
  public JsonNode open(@Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    ObjectNode json = Json.object();
    ObjectNode severities = json.putObject("bySeverity");
    alarms
        .open(caller.scope().enterprise(), caller.scope().divisionPrefix())
        .forEach(severities::put);
    long total = 0;
    for (JsonNode count : severities) {
      total += count.asLong();
    }
    return json.put("total", total);
  }

  /** One alarm. */
  @GET
  @Path("{id}")
  public JsonNode one(
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers) {
    return AlarmJson.json(visible(id, request), enterprises, Languages.of(headers));
  }

  /** Every step of its life. */
  @GET
  @Path("{id}/history")
  public JsonNode history(@PathParam("id") String id, @Context ContainerRequestContext request) {
    visible(id, request);
    return Documents.history(alarms.history(id));
  }

  /** Somebody has seen it. */
  @POST
  @Path("{id}/acknowledge")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode acknowledge(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    visible(id, request);
    return done(alarms.acknowledge(id, note(read(body)), actor(request)), headers);
  }

  /** Somebody shall see to it. */
  @POST
  @Path("{id}/assign")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode assign(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Document alarm = visible(id, request);
    JsonNode read = read(body);
    String assignee = need(read, "assignee");
    requireCompetent(assignee, alarm);
    return done(alarms.assign(id, assignee, note(read), actor(request)), headers);
  }

  /** Hands it to the division above. */
  @POST
  @Path("{id}/escalate")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode escalate(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    visible(id, request);
    return done(alarms.escalate(id, note(read(body)), actor(request)), headers);
  }

  /** Ends it. */
  @POST
  @Path("{id}/close")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode close(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    visible(id, request);
    JsonNode read = read(body);
    return done(alarms.close(id, need(read, "reason"), note(read), actor(request)), headers);
  }

  /** Only an officer who may see the alarm can see to it. */
  private void requireCompetent(String user, Document alarm) {
    boolean competent =
        accounts
            .get(user)
            .filter(account -> !account.locked() && account.roles().contains(Role.OFFICER))
            .filter(account -> AlarmJson.visible(alarm, account.scope()))
            .isPresent();
    if (!competent) {
      Text why = Problems.text("fault.unfit-assignee", user);
      throw Problems.invalid(List.of(new Fault("unfit-assignee", "/assignee", why)));
    }
  }

  private Document visible(String id, ContainerRequestContext request) {
    return alarms
        .get(id)
        .filter(alarm -> AlarmJson.visible(alarm, Callers.of(request).scope()))
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
  }

  private JsonNode read(byte[] body) throws IOException {
    JsonNode read = body.length == 0 ? Json.object() : Json.readObject(body);
    Documents.check(action, read);
    return read;
  }

  private JsonNode done(Document alarm, HttpHeaders headers) {
    return AlarmJson.json(alarm, enterprises, Languages.of(headers));
  }

  private static String need(JsonNode body, String name) {
    if (!body.hasNonNull(name)) {
      throw Query.bad(name, "");
    }
    return body.path(name).asText();
  }

  private static String note(JsonNode body) {
    return body.hasNonNull("note") ? body.path("note").asText() : null;
  }

  private static String actor(ContainerRequestContext request) {
    return Callers.of(request).source();
  }

  private static List<String> several(String text) {
    return text == null || text.isBlank() ? List.of() : Arrays.asList(text.split(","));
  }
}
