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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;

/** {@code /enterprises}: the register of enterprises with its history. */
@Path("enterprises")
@Component(service = ApiResource.class)
public final class EnterpriseRegister implements ApiResource {

  private static final String KIND = "enterprise";

  private final Registry registry;
  private final Enterprises enterprises;
  private final SchemaCheck schema = SchemaCheck.of("enterprise");

  @Activate
  public EnterpriseRegister(@Reference Registry registry, @Reference Enterprises enterprises) {
    this.registry = registry;
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
        registry.list(
            new RegistryQuery(
                KIND,
                caller.scope().enterprise(),
                prefix,
                query.getFirst("text"),
                query.getFirst("cursor"),
                Query.limit(query.getFirst("limit")))),
        Documents::write);
  }

  /** One enterprise, now or as it was. */
  @GET
  @Path("{id}")
  public JsonNode one(
      @PathParam("id") String id,
      @QueryParam("asOf") String asOf,
      @Context ContainerRequestContext request) {
    Callers.require(Callers.of(request), enterprises, id);
    Instant at = Query.from("asOf", asOf);
    return (at == null ? registry.get(KIND, id) : registry.getAsOf(KIND, id, at))
        .map(Documents::json)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
  }

  /** Registers or changes an enterprise. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("id") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    Principal caller = Callers.of(request);
    ObjectNode enterprise = Json.readObject(body);
    Documents.name(enterprise, "id", id);
    Documents.check(schema, enterprise);
    String division = enterprise.get("division").asText();
    Callers.requireDivision(caller, division);
    if (enterprises.find(id).isPresent()) {
      Callers.require(caller, enterprises, id);
    }
    Draft draft = new Draft(KIND, id, id, division, enterprise.toString());
    return Documents.json(registry.put(draft, caller.source()));
  }

  /** Every version of an enterprise. */
  @GET
  @Path("{id}/history")
  public JsonNode history(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Callers.require(Callers.of(request), enterprises, id);
    List<Document> versions = registry.history(KIND, id);
    return Documents.history(versions);
  }
}
