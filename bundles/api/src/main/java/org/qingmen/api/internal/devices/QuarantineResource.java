package org.qingmen.api.internal.devices;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Base64;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.security.Principal;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.QuarantineStore;
import org.qingmen.store.QuarantinedMessage;

/**
 * {@code /quarantine}: messages nobody knows. They belong to no tenant, so only people with the
 * whole of the platform in their scope see them.
 */
@Path("quarantine")
@Component(service = ApiResource.class)
public final class QuarantineResource implements ApiResource {

  private final QuarantineStore store;
  private final Journal journal;

  @Activate
  public QuarantineResource(@Reference QuarantineStore store, @Reference Journal journal) {
    this.store = store;
    this.journal = journal;
  }

  /** Messages, newest first. */
  @GET
  public JsonNode list(
      @QueryParam("reason") String reason,
      @QueryParam("all") boolean all,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    requireRoot(request);
    return Json.page(
        store.list(!all, reason, cursor, Query.limit(limit)), QuarantineResource::write);
  }

  /** One message with its bytes. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    requireRoot(request);
    QuarantinedMessage message = store.find(id).orElseThrow(() -> absent(id));
    ObjectNode json = Json.object();
    write(json, message);
    journal
        .find(message.position())
        .ifPresent(
            found -> json.put("raw", Base64.getEncoder().encodeToString(found.entry().raw())));
    return json;
  }

  /** Marks a message as dealt with. */
  @POST
  @Path("{id}/resolve")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode resolve(
      @PathParam("id") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    requireRoot(request);
    String resolution = Json.readObject(body).path("resolution").asText("");
    if (resolution.isBlank() || resolution.length() > 500) {
      throw Query.bad("resolution", resolution);
    }
    ObjectNode json = Json.object();
    write(
        json,
        store.resolve(id, Callers.of(request).source(), resolution).orElseThrow(() -> absent(id)));
    return json;
  }

  private static void requireRoot(ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    if (!caller.scope().isRoot()) {
      throw Problems.refusal(Kind.FORBIDDEN, "division", "000000");
    }
  }

  private static RuntimeException absent(String id) {
    return Problems.refusal(Kind.NOT_FOUND, "not-found", id);
  }

  private static void write(ObjectNode json, QuarantinedMessage message) {
    json.put("id", message.id());
    json.put("received", message.received().toString());
    json.put("source", message.source());
    json.put("protocol", message.protocol());
    json.put("reason", message.reason());
    json.put("enterprise", message.enterprise());
    json.put("size", message.size());
    json.put("resolvedBy", message.resolvedBy());
    json.put("resolvedAt", message.resolvedAt() == null ? null : message.resolvedAt().toString());
    json.put("resolution", message.resolution());
  }
}
