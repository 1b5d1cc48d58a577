package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.qingmen.api.internal.door.Languages;

/** Cameras and fleets of all enterprises within the scope, by an address of their own. */
@Path("{register: cameras|fleets}")
@Component(service = ApiResource.class)
public final class CommonEntries implements ApiResource {

  private final EntryDesk desk;

  @Activate
  public CommonEntries(@Reference EntryDesk desk) {
    this.desk = desk;
  }

  /** All of one register, or those of the enterprise asked for, now or as they were. */
  @GET
  public JsonNode list(
      @PathParam("register") String register,
      @Context ContainerRequestContext request,
      @Context UriInfo uri) {
    return desk.list(
        Callers.of(request),
        register,
        uri.getQueryParameters().getFirst("enterprise"),
        uri.getQueryParameters());
  }

  /** One of them, now or as it was. */
  @GET
  @Path("{id}/{number}")
  public JsonNode one(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @PathParam("number") String number,
      @QueryParam("at") String at,
      @Context ContainerRequestContext request) {
    return desk.one(Callers.of(request), register, id, number, at);
  }

  /** Registers or changes one. */
  @PUT
  @Path("{id}/{number}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @PathParam("number") String number,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    return desk.put(Callers.of(request), register, id, number, body, Languages.of(headers));
  }

  /** Takes one off the register. */
  @DELETE
  @Path("{id}/{number}")
  public Response delete(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @PathParam("number") String number,
      @Context ContainerRequestContext request) {
    desk.delete(Callers.of(request), register, id, number);
    return Response.noContent().build();
  }

  /** Every version of one. */
  @GET
  @Path("{id}/{number}/history")
  public JsonNode history(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @PathParam("number") String number,
      @Context ContainerRequestContext request) {
    return desk.history(Callers.of(request), register, id, number);
  }
}
