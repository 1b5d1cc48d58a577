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

/** What belongs to an enterprise: one address below it for each register of the table. */
@Path(
    "enterprises/{id}/{register: entrances|barriers|cameras|in-plant-vehicles|machines|fleets"
        + "|contacts|emergency-list|declared-grades|spur-plans|guarantees|contracts|certificates}")
@Component(service = ApiResource.class)
public final class EnterpriseEntries implements ApiResource {

  private final EntryDesk desk;

  @Activate
  public EnterpriseEntries(@Reference EntryDesk desk) {
    this.desk = desk;
  }

  /** All of one register, now or as it was. */
  @GET
  public JsonNode list(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @Context ContainerRequestContext request,
      @Context UriInfo uri) {
    return desk.list(Callers.of(request), register, id, uri.getQueryParameters());
  }

  /** One of them, now or as it was. */
  @GET
  @Path("{number}")
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
  @Path("{number}")
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
  @Path("{number}")
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
  @Path("{number}/history")
  public JsonNode history(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @PathParam("number") String number,
      @Context ContainerRequestContext request) {
    return desk.history(Callers.of(request), register, id, number);
  }
}
