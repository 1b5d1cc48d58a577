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

  /** One of them. */
  @Path("{number}")
  public Entry entry(
      @PathParam("id") String id,
      @PathParam("register") String register,
      @PathParam("number") String number) {
    return new Entry(desk, register, id, number);
  }
}
