package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;

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

  /** One of them. */
  @Path("{id}/{number}")
  public Entry entry(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @PathParam("number") String number) {
    return new Entry(desk, register, id, number);
  }
}
