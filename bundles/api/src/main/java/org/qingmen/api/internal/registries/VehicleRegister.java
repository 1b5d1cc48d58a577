package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;

/** {@code /vehicles/{vin}}: the register of road vehicles, common to all enterprises. */
@Path("vehicles/{vin}")
@Component(service = ApiResource.class)
public final class VehicleRegister implements ApiResource {

  private static final String KIND = "vehicle";

  private final Registry registry;
  private final SchemaCheck schema = SchemaCheck.of("vehicle");

  @Activate
  public VehicleRegister(@Reference Registry registry) {
    this.registry = registry;
  }

  /** One vehicle. */
  @GET
  public JsonNode one(@PathParam("vin") String vin) {
    return registry
        .get(KIND, vin)
        .map(Documents::json)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", vin));
  }

  /** Registers or changes a vehicle. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("vin") String vin, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    ObjectNode vehicle = Json.readObject(body);
    Documents.name(vehicle, "vin", vin);
    Documents.check(schema, vehicle);
    Draft draft = new Draft(KIND, vin, null, null, vehicle.toString());
    return Documents.json(registry.put(draft, Callers.of(request).source()));
  }
}
