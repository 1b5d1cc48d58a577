package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
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
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Document;
import org.qingmen.supervision.control.Episodes;

/** {@code /episodes}: alert episodes; while one runs, the measures of each grade are in force. */
@Path("episodes")
@Component(service = ApiResource.class)
public final class EpisodeResource implements ApiResource {

  private final Episodes episodes;
  private final Enterprises enterprises;

  @Activate
  public EpisodeResource(@Reference Episodes episodes, @Reference Enterprises enterprises) {
    this.episodes = episodes;
    this.enterprises = enterprises;
  }

  /** Episodes that touch the caller's division. */
  @GET
  public JsonNode list(
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    String division = Divisions.readable(Callers.of(request), enterprises);
    return Json.page(episodes.list(division, cursor, Query.limit(limit)), Documents::write);
  }

  /** One episode. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Document found = episodes.get(id).orElseThrow(() -> Divisions.absent(id));
    Divisions.requireReadable(Callers.of(request), enterprises, found);
    return Documents.json(found);
  }

  /** Declares an episode. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(byte[] body, @Context ContainerRequestContext request) throws IOException {
    return Response.status(Response.Status.CREATED).entity(put(null, body, request)).build();
  }

  /** Changes an episode. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("id") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    ObjectNode episode = Json.readObject(body);
    Divisions.requireWritable(Callers.of(request), episode, id == null ? null : episodes.get(id));
    return Documents.json(episodes.put(id, episode.toString(), Callers.of(request).source()));
  }

  /** Ends an episode now. */
  @POST
  @Path("{id}/lift")
  public JsonNode lift(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Document found = episodes.get(id).orElseThrow(() -> Divisions.absent(id));
    Divisions.requireReadable(Callers.of(request), enterprises, found);
    Divisions.requireWritable(Callers.of(request), found);
    return Documents.json(episodes.lift(id, Callers.of(request).source()));
  }
}
