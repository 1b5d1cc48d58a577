package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import org.qingmen.supervision.control.ViolatorList;

/** {@code /violators}: the violator list, whole or what changed. */
@Path("violators")
@Component(service = ApiResource.class)
public final class ViolatorResource implements ApiResource {

  private final ViolatorList list;
  private final Enterprises enterprises;

  @Activate
  public ViolatorResource(@Reference ViolatorList list, @Reference Enterprises enterprises) {
    this.list = list;
    this.enterprises = enterprises;
  }

  /** The list, or with {@code since} what changed after that version. */
  @GET
  public JsonNode list(
      @QueryParam("since") String since,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    String division = Divisions.readable(Callers.of(request), enterprises);
    if (since != null) {
      return delta(since, division, Query.limit(limit));
    }
    ObjectNode page = Json.page(list.list(division, cursor, Query.limit(limit)), Documents::write);
    return page.put("listVersion", list.version());
  }

  private JsonNode delta(String since, String division, int limit) {
    if (!since.matches("[0-9]{1,18}")) {
      throw Query.bad("since", since);
    }
    ViolatorList.Delta delta = list.delta(Long.parseLong(since), division, limit);
    ObjectNode json = Json.object();
    json.put("version", delta.version()).put("more", delta.more());
    ArrayNode put = json.putArray("put");
    delta.put().forEach(document -> Documents.write(put.addObject(), document));
    ArrayNode removed = json.putArray("removed");
    delta.removed().forEach(removed::add);
    return json;
  }

  /** One entry. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Document found = list.get(id).orElseThrow(() -> Divisions.absent(id));
    Divisions.requireReadable(Callers.of(request), enterprises, found);
    return Documents.json(found);
  }

  /** A new entry. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(byte[] body, @Context ContainerRequestContext request) throws IOException {
    return Response.status(Response.Status.CREATED).entity(put(null, body, request)).build();
  }

  /** Changes an entry. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("id") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    ObjectNode entry = Json.readObject(body);
    Divisions.requireWritable(Callers.of(request), entry, id == null ? null : list.get(id));
    return Documents.json(list.put(id, entry.toString(), Callers.of(request).source()));
  }

  /** Takes an entry off the list. */
  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Document found = list.get(id).orElseThrow(() -> Divisions.absent(id));
    Divisions.requireWritable(Callers.of(request), found);
    list.delete(id, Callers.of(request).source());
    return Response.noContent().build();
  }
}
