package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Instant;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;
import org.qingmen.supervision.registers.Registers;

/** {@code /enterprises}: the register of enterprises with its history. */
@Path("enterprises")
@Component(service = ApiResource.class)
public final class EnterpriseRegister implements ApiResource {

  private static final RegisterKind KIND = RegisterKinds.ofKind("enterprise");

  private final Registers registers;
  private final Enterprises enterprises;

  @Activate
  public EnterpriseRegister(@Reference Registers registers, @Reference Enterprises enterprises) {
    this.registers = registers;
    this.enterprises = enterprises;
  }

  /** Enterprises within the caller's scope. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request, @Context UriInfo uri) {
    Principal caller = Callers.of(request);
    var query = uri.getQueryParameters();
    String asked = query.getFirst("division");
    String prefix = caller.scope().divisionPrefix();
    if (asked != null && prefix != null && asked.startsWith(prefix)) {
      prefix = asked;
    }
    return Json.page(
        registers.list(
            KIND,
            caller.scope().enterprise(),
            prefix,
            query.getFirst("text"),
            Query.from("at", query.getFirst("at")),
            query.getFirst("cursor"),
            Query.limit(query.getFirst("limit"))),
        Documents::write);
  }

  /** One enterprise, now or as it was. */
  @GET
  @Path("{id}")
  public JsonNode one(
      @PathParam("id") String id,
      @QueryParam("at") String at,
      @QueryParam("asOf") String asOf,
      @Context ContainerRequestContext request) {
    Callers.require(Callers.of(request), enterprises, id);
    Instant then = at == null ? Query.from("asOf", asOf) : Query.from("at", at);
    return registers
        .get(KIND, null, id, then)
        .map(Documents::json)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
  }

  /** Registers or changes an enterprise. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Principal caller = Callers.of(request);
    ObjectNode enterprise = Json.readObject(body);
    Documents.name(enterprise, "id", id);
    String division = enterprise.path("division").asText(null);
    if (division != null && division.matches("[0-9]{6}")) {
      // Without one, or with something else, the schema refuses it.
      Callers.requireDivision(caller, division);
    }
    if (enterprises.find(id).isPresent()) {
      Callers.require(caller, enterprises, id);
    }
    return Warnings.json(
        registers.put(KIND, null, division, id, enterprise, caller.source()),
        Languages.of(headers));
  }

  /** Every version of an enterprise. */
  @GET
  @Path("{id}/history")
  public JsonNode history(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Callers.require(Callers.of(request), enterprises, id);
    return Documents.history(registers.history(KIND, null, id));
  }

  /** Changes of everything an enterprise has registered, newest first, with before and after. */
  @GET
  @Path("{id}/changes")
  public JsonNode changes(
      @PathParam("id") String id,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    Callers.require(Callers.of(request), enterprises, id);
    return Json.page(registers.changes(id, cursor, Query.limit(limit)), this::change);
  }

  private void change(ObjectNode json, Document version) {
    json.put("register", RegisterKinds.ofKind(version.kind()).path());
    json.put("id", version.id().substring(version.id().indexOf('/') + 1));
    Documents.change(json, version, registers.before(version).orElse(null));
  }
}
