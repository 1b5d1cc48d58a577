package org.qingmen.api.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.CreatedKey;
import org.qingmen.security.DeviceKeys;
import org.qingmen.security.Devices;
import org.qingmen.security.Principal;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;

/** {@code /devices}: cameras, gates and scales, and the keys they sign with. */
@Path("devices")
@Component(service = ApiResource.class)
public final class DeviceResource implements ApiResource {

  private final Devices devices;
  private final DeviceKeys keys;
  private final Enterprises enterprises;
  private final SchemaCheck schema = SchemaCheck.of("device");

  @Activate
  public DeviceResource(
      @Reference Devices devices, @Reference DeviceKeys keys, @Reference Enterprises enterprises) {
    this.devices = devices;
    this.keys = keys;
    this.enterprises = enterprises;
  }

  /** Devices within the scope. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    ObjectNode answer = Json.object();
    var items = answer.putArray("items");
    devices.list().stream()
        .filter(device -> within(caller, device))
        .forEach(device -> write(items.addObject(), device));
    answer.putNull("next");
    return answer;
  }

  /** Registers a device; its key is told this once. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response register(byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    Principal caller = Callers.of(request);
    ObjectNode asked = Json.readObject(body);
    Documents.check(schema, asked);
    requireReach(caller, asked);
    Device device = devices.register(DeviceJson.read(asked), caller);
    ObjectNode json = Json.object();
    write(json, device);
    key(json, keys.create(device.id(), caller));
    return Response.status(Response.Status.CREATED).entity(json).build();
  }

  /** One device. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    ObjectNode json = Json.object();
    write(json, found(id, request));
    return json;
  }

  /** Changes a device. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode update(
      @PathParam("id") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    found(id, request);
    ObjectNode asked = Json.readObject(body);
    Documents.name(asked, "id", id);
    Documents.check(schema, asked);
    requireReach(Callers.of(request), asked);
    ObjectNode json = Json.object();
    write(json, devices.update(DeviceJson.read(asked), Callers.of(request)));
    return json;
  }

  /** Removes a device and its key. */
  @DELETE
  @Path("{id}")
  public Response remove(@PathParam("id") String id, @Context ContainerRequestContext request) {
    found(id, request);
    devices.remove(id, Callers.of(request));
    return Response.noContent().build();
  }

  /** Makes a new key; the former stops serving at once. */
  @POST
  @Path("{id}/key")
  public Response renew(@PathParam("id") String id, @Context ContainerRequestContext request) {
    found(id, request);
    ObjectNode json = Json.object();
    key(json, keys.create(id, Callers.of(request)));
    return Response.status(Response.Status.CREATED).entity(json).build();
  }

  private Device found(String id, ContainerRequestContext request) {
    return devices
        .get(id)
        .filter(device -> within(Callers.of(request), device))
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
  }

  /** A platform below has no enterprise, but a division of its own. */
  private void requireReach(Principal caller, JsonNode asked) {
    if (!asked.path("enterprise").asText().isEmpty()) {
      Callers.require(caller, enterprises, asked.get("enterprise").asText());
    }
  }

  private boolean within(Principal caller, Device device) {
    if (device.enterprise().isEmpty()) {
      return caller.scope().allowsDivision(device.setting("division", null));
    }
    String division =
        enterprises.find(device.enterprise()).map(found -> found.division()).orElse(null);
    return caller.scope().allows(device.enterprise(), division);
  }

  private void write(ObjectNode json, Device device) {
    DeviceJson.write(json, device);
    json.put("lastSeen", devices.lastSeen(device.id()).map(Object::toString).orElse(null));
  }

  private static void key(ObjectNode json, CreatedKey key) {
    json.put("keyId", key.keyId());
    json.put("secret", key.secret());
  }
}
