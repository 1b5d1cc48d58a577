package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
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
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Document;
import org.qingmen.supervision.control.ControlPolicies;

/** {@code /policies}: control policies from draft to withdrawal. */
@Path("policies")
@Component(service = ApiResource.class)
public final class PolicyResource implements ApiResource {

  private final ControlPolicies policies;
  private final Enterprises enterprises;

  @Activate
  public PolicyResource(@Reference ControlPolicies policies, @Reference Enterprises enterprises) {
    this.policies = policies;
    this.enterprises = enterprises;
  }

  /** Policies that touch the caller's division. */
  @GET
  public JsonNode list(
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    String division = Divisions.readable(Callers.of(request), enterprises);
    return Json.page(policies.list(division, null, cursor, Query.limit(limit)), this::write);
  }

  /** One policy. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Document found = policies.get(id).orElseThrow(() -> Divisions.absent(id));
    Divisions.requireReadable(Callers.of(request), enterprises, found);
    return json(found);
  }

  /** A new draft. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(byte[] body, @Context ContainerRequestContext request) throws IOException {
    return Response.status(Response.Status.CREATED).entity(put(null, body, request)).build();
  }

  /** Rewrites a draft. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("id") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    ObjectNode policy = Json.readObject(body);
    Divisions.requireWritable(Callers.of(request), policy, id == null ? null : policies.get(id));
    return json(policies.put(id, policy.toString(), Callers.of(request).source()));
  }

  /** Puts a draft into force for its period. */
  @POST
  @Path("{id}/approve")
  public JsonNode approve(@PathParam("id") String id, @Context ContainerRequestContext request) {
    requireOwn(id, request);
    return json(policies.approve(id, Callers.of(request).source()));
  }

  /** Takes a policy back now. */
  @POST
  @Path("{id}/withdraw")
  public JsonNode withdraw(@PathParam("id") String id, @Context ContainerRequestContext request) {
    requireOwn(id, request);
    return json(policies.withdraw(id, Callers.of(request).source()));
  }

  private void requireOwn(String id, ContainerRequestContext request) {
    Document found = policies.get(id).orElseThrow(() -> Divisions.absent(id));
    Divisions.requireReadable(Callers.of(request), enterprises, found);
    Divisions.requireWritable(Callers.of(request), found);
  }

  private ObjectNode json(Document policy) {
    ObjectNode json = Json.object();
    write(json, policy);
    return json;
  }

  private void write(ObjectNode json, Document policy) {
    Documents.write(json, policy);
    json.put("state", policies.state(policy, Instant.now()).code());
  }
}
