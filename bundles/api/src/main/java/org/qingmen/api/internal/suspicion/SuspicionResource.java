package org.qingmen.api.internal.suspicion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Positions;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Page;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.supervision.registers.PaperFiles;
import org.qingmen.supervision.suspicion.Suspicions;

/** {@code /suspicions}: what an enterprise must explain, and the rulings on it. */
@Path("suspicions")
@Component(service = ApiResource.class)
public final class SuspicionResource implements ApiResource {

  private static final Set<String> STATES =
      Set.of("open", "answered", "returned", "accepted", "rejected", "overdue");

  private final Suspicions suspicions;
  private final Enterprises enterprises;
  private final Replies replies;
  private final SuspicionJson json;
  private final SchemaCheck reply = SchemaCheck.of("suspicion-reply");
  private final SchemaCheck ruling = SchemaCheck.of("suspicion-ruling");

  @Activate
  public SuspicionResource(
      @Reference Suspicions suspicions,
      @Reference Enterprises enterprises,
      @Reference PaperFiles files) {
    this.suspicions = suspicions;
    this.enterprises = enterprises;
    this.replies = new Replies(files);
    this.json = new SuspicionJson(enterprises);
  }

  /** Items, newest first, with numbers by state. */
  @GET
  public JsonNode list(
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Principal caller = Callers.of(request);
    var query = uri.getQueryParameters();
    String state = query.getFirst("state");
    if (state != null && !STATES.contains(state)) {
      throw Query.bad("state", state);
    }
    String enterprise = Callers.narrowed(caller, enterprises, query.getFirst("enterprise"));
    String division = caller.scope().divisionPrefix();
    Page<Suspicion> page =
        suspicions.list(
            new SuspicionQuery(
                enterprise,
                division,
                state,
                query.getFirst("code"),
                query.getFirst("cursor"),
                Query.limit(query.getFirst("limit"))));
    Locale locale = Languages.of(headers);
    ObjectNode answer = Json.page(page, (one, item) -> json.write(one, item, locale));
    ObjectNode counts = answer.putObject("counts");
    suspicions.counts(enterprise, division).forEach(counts::put);
    return answer;
  }

  /** One item with everything known of it. */
  @GET
  @Path("{id}")
  public JsonNode one(
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers) {
    Suspicion item = own(id, Callers.of(request));
    return json.whole(item, suspicions.history(id), suspicions.records(id), Languages.of(headers));
  }

  /** Every step. */
  @GET
  @Path("{id}/history")
  public JsonNode history(@PathParam("id") String id, @Context ContainerRequestContext request) {
    own(id, Callers.of(request));
    ObjectNode answer = Json.object();
    SuspicionJson.steps(answer.putArray("items"), suspicions.history(id));
    return answer;
  }

  /** The enterprise answers. */
  @POST
  @Path("{id}/reply")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode reply(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Principal caller = Callers.of(request);
    Suspicion item = own(id, caller);
    ObjectNode said = Json.readObject(body);
    Documents.check(reply, said);
    return json.one(
        suspicions.reply(id, replies.of(said, item.enterprise()), caller.source()),
        Languages.of(headers));
  }

  /** An officer rules. */
  @POST
  @Path("{id}/rule")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response rule(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Principal caller = Callers.of(request);
    own(id, caller);
    ObjectNode said = Json.readObject(body);
    Documents.check(ruling, said);
    Suspicions.Ruled ruled =
        suspicions.rule(
            id,
            new Suspicions.Ruling(said.path("decision").asText(), said.path("text").asText(null)),
            caller.source());
    ObjectNode answer = Json.object();
    answer.set("item", json.one(ruled.item(), Languages.of(headers)));
    ArrayNode corrections = answer.putArray("corrections");
    ruled
        .corrections()
        .forEach(
            one ->
                corrections
                    .addObject()
                    .put("receipt", one.receipt())
                    .put("changed", one.changed()));
    Response.ResponseBuilder response = Response.ok(answer);
    if (ruled.position() > 0) {
      response.header(Positions.POSITION, ruled.position());
    }
    return response.build();
  }

  private Suspicion own(String id, Principal caller) {
    Suspicion item =
        suspicions.find(id).orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
    Callers.require(caller, enterprises, item.enterprise(), id);
    return item;
  }
}
