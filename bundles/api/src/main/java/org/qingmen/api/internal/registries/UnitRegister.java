package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.Map;
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
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;

/** What an enterprise registers: barriers, in-plant vehicles, machines. */
@Path("enterprises/{id}/{register: barriers|in-plant-vehicles|machines}")
@Component(service = ApiResource.class)
public final class UnitRegister implements ApiResource {

  /** A register: its kind in the store, its schema, and the member that carries the number. */
  private record Register(String kind, SchemaCheck schema, String number) {}

  private static final Map<String, Register> REGISTERS =
      Map.of(
          "barriers", new Register("barrier", SchemaCheck.of("barrier"), "number"),
          "in-plant-vehicles",
              new Register("in-plant-vehicle", SchemaCheck.of("in-plant-vehicle"), "number"),
          "machines", new Register("machine", SchemaCheck.of("machine"), "registrationCode"));

  private final Registry registry;
  private final Enterprises enterprises;

  @Activate
  public UnitRegister(@Reference Registry registry, @Reference Enterprises enterprises) {
    this.registry = registry;
    this.enterprises = enterprises;
  }

  /** All of one register. */
  @GET
  public JsonNode list(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @Context ContainerRequestContext request,
      @Context UriInfo uri) {
    Callers.require(Callers.of(request), enterprises, id);
    var query = uri.getQueryParameters();
    return Json.page(
        registry.list(
            new RegistryQuery(
                REGISTERS.get(register).kind(),
                id,
                null,
                null,
                query.getFirst("cursor"),
                Query.limit(query.getFirst("limit")))),
        Documents::write);
  }

  /** One of them. */
  @GET
  @Path("{number}")
  public JsonNode one(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @PathParam("number") String number,
      @Context ContainerRequestContext request) {
    Callers.require(Callers.of(request), enterprises, id);
    return registry
        .get(REGISTERS.get(register).kind(), id + "/" + number)
        .map(Documents::json)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", number));
  }

  /** Registers or changes one. */
  @PUT
  @Path("{number}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @PathParam("number") String number,
      byte[] body,
      @Context ContainerRequestContext request)
      throws IOException {
    Principal caller = Callers.of(request);
    Callers.require(caller, enterprises, id);
    Register target = REGISTERS.get(register);
    ObjectNode unit = Json.readObject(body);
    Documents.name(unit, target.number(), number);
    Documents.check(target.schema(), unit);
    String division = enterprises.find(id).map(Enterprise::division).orElse(null);
    Draft draft = new Draft(target.kind(), id + "/" + number, id, division, unit.toString());
    return Documents.json(registry.put(draft, caller.source()));
  }

  /** Takes one off the register. */
  @DELETE
  @Path("{number}")
  public Response delete(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @PathParam("number") String number,
      @Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    Callers.require(caller, enterprises, id);
    String kind = REGISTERS.get(register).kind();
    if (!registry.delete(kind, id + "/" + number, caller.source())) {
      throw Problems.refusal(Kind.NOT_FOUND, "not-found", number);
    }
    return Response.noContent().build();
  }
}
