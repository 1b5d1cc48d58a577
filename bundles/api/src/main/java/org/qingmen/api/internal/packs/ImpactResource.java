package org.qingmen.api.internal.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
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
import org.qingmen.api.internal.queries.Exports;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.engine.PackStatus;
import org.qingmen.impact.Impacts;
import org.qingmen.impact.Impacts.Job;
import org.qingmen.impact.Impacts.Request;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.AuditTrail;

/** {@code /rule-packs/{id}/{version}/impact}: whom a version would hit over a stored period. */
@Path("rule-packs/{id}/{version}/impact")
@Component(service = ApiResource.class)
public final class ImpactResource implements ApiResource {

  private static final int ACCEPTED = 202;

  private final Impacts impacts;
  private final KnownPacks packs;
  private final Exports exports;
  private final AuditTrail audit;
  private final SchemaCheck schema = SchemaCheck.of("impact");

  @Activate
  public ImpactResource(
      @Reference Impacts impacts,
      @Reference KnownPacks packs,
      @Reference Exports exports,
      @Reference AuditTrail audit) {
    this.impacts = impacts;
    this.packs = packs;
    this.exports = exports;
    this.audit = audit;
  }

  /** Begins a job. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response start(
      @PathParam("id") String id,
      @PathParam("version") String version,
      byte[] body,
      @Context ContainerRequestContext request)
      throws IOException {
    Principal caller = Callers.of(request);
    PackStatus pack = packs.usable(id, version);
    ObjectNode asked = Json.readObject(body);
    Documents.check(schema, asked);
    Job job =
        impacts.start(
            new Request(
                pack,
                Query.requiredDay("from", asked.path("from").asText()),
                Query.requiredDay("to", asked.path("to").asText()),
                division(caller, asked.path("division").asText(""))),
            caller.source());
    audit.append(caller.source(), "rule-pack.impact", id + "/" + version, job.json());
    String place = "/api/v1/rule-packs/" + id + "/" + version + "/impact/" + job.id();
    return Response.status(ACCEPTED)
        .location(URI.create(place))
        .entity(Json.stored(job.json()))
        .build();
  }

  /** The narrower of what was asked and what the caller may see. */
  private static String division(Principal caller, String asked) {
    String own = Callers.division(caller);
    if (Callers.enterprise(caller) != null) {
      throw Problems.refusal(Kind.FORBIDDEN, "division", asked);
    }
    if (asked.isEmpty() || own.startsWith(asked)) {
      return own;
    }
    Callers.requireDivision(caller, (asked + "000000").substring(0, 6));
    return asked;
  }

  /** Jobs of a version within the caller's scope, newest first. */
  @GET
  public JsonNode list(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Context ContainerRequestContext request) {
    packs.known(id, version);
    Principal caller = Callers.of(request);
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    impacts.list(id, version).stream()
        .filter(job -> within(job, caller))
        .forEach(job -> items.add(Json.stored(job.json())));
    answer.putNull("next");
    return answer;
  }

  /** A job with its progress and its result. */
  @GET
  @Path("{job}")
  public JsonNode one(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @PathParam("job") String job,
      @Context ContainerRequestContext request) {
    return Json.stored(own(id, version, job, Callers.of(request)).json());
  }

  /** Stops a job. */
  @POST
  @Path("{job}/cancel")
  public JsonNode cancel(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @PathParam("job") String job,
      @Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    own(id, version, job, caller);
    return Json.stored(impacts.cancel(job, caller.source()).json());
  }

  /** The result as a table. */
  @GET
  @Path("{job}/export")
  public Response export(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @PathParam("job") String job,
      @QueryParam("format") @DefaultValue("xlsx") String format,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers) {
    Principal caller = Callers.of(request);
    JsonNode result = Json.stored(own(id, version, job, caller).json()).path("result");
    List<List<?>> rows = new ImpactTable(Languages.of(headers)).rows(result);
    ObjectNode question = Json.object().put("pack", id).put("version", version).put("job", job);
    return exports.answer(
        caller,
        new Exports.File("impact", format, "impact", question),
        sink -> {
          for (List<?> row : rows) {
            sink.row(row);
          }
        });
  }

  /** A job names enterprises of its whole division, so that nobody with less may see it. */
  private static boolean within(Job job, Principal caller) {
    return Callers.enterprise(caller) == null
        && job.division().startsWith(Callers.division(caller));
  }

  private Job own(String id, String version, String job, Principal caller) {
    return impacts
        .find(job)
        .filter(found -> found.pack().equals(id) && found.version().equals(version))
        .filter(found -> within(found, caller))
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", job));
  }
}
