package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.queries.Plates;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;
import org.qingmen.supervision.registers.Registers;

/** {@code /vehicles}: the register of road vehicles, common to all enterprises. */
@Path("vehicles")
@Component(service = ApiResource.class)
public final class VehicleRegister implements ApiResource {

  private static final RegisterKind KIND = RegisterKinds.ofKind("vehicle");

  private final Registers registers;
  private final VehicleIds ids;
  private final Plates plates;

  @Activate
  public VehicleRegister(
      @Reference Registers registers, @Reference VehicleIds ids, @Reference Plates plates) {
    this.registers = registers;
    this.ids = ids;
    this.plates = plates;
  }

  /** Vehicles by VIN, now or as they were; by an id for whoever may not see VINs. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request, @Context UriInfo uri) {
    boolean masked = plates.masked(Callers.of(request));
    var query = uri.getQueryParameters();
    return Json.page(
        registers.list(
            KIND,
            null,
            null,
            query.getFirst("text"),
            Query.from("at", query.getFirst("at")),
            query.getFirst("cursor"),
            Query.limit(query.getFirst("limit"))),
        (json, vehicle) -> {
          Documents.write(json, vehicle);
          if (masked) {
            json.put("id", ids.of(vehicle.id()));
          }
        });
  }

  private String known(String asked) {
    return ids.vin(asked).orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", asked));
  }

  /** One vehicle, now or as it was. */
  @GET
  @Path("{vin}")
  public JsonNode one(@PathParam("vin") String vin, @QueryParam("at") String at) {
    return registers
        .get(KIND, null, known(vin), Query.from("at", at))
        .map(Documents::json)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", vin));
  }

  /** Registers or changes a vehicle. */
  @PUT
  @Path("{vin}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("vin") String vin,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    ObjectNode vehicle = Json.readObject(body);
    Documents.name(vehicle, "vin", vin);
    String actor = Callers.of(request).source();
    return Warnings.json(
        registers.put(KIND, null, null, vin, vehicle, actor), Languages.of(headers));
  }

  /** Takes a vehicle off the register. */
  @DELETE
  @Path("{vin}")
  public Response delete(@PathParam("vin") String vin, @Context ContainerRequestContext request) {
    if (!registers.delete(KIND, null, vin, Callers.of(request).source())) {
      throw Problems.refusal(Kind.NOT_FOUND, "not-found", vin);
    }
    return Response.noContent().build();
  }

  /** Every version of a vehicle. */
  @GET
  @Path("{vin}/history")
  public JsonNode history(@PathParam("vin") String vin) {
    return Documents.history(registers.history(KIND, null, known(vin)));
  }
}
