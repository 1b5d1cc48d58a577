package org.qingmen.api.internal.queries;

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
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Comparator;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;

/** {@code /queries}: questions that people keep, for themselves or for their division. */
@Path("queries")
@Component(service = ApiResource.class)
public final class SavedQueries implements ApiResource {

  private static final String KIND = "saved-query";

  private final Registry registry;
  private final SchemaCheck schema = SchemaCheck.of(KIND);
  private final DocumentCache<SavedQuery> cache;

  @Activate
  public SavedQueries(@Reference Registry registry) {
    this.registry = registry;
    this.cache = new DocumentCache<>(registry, KIND, SavedQuery::of);
  }

  @Deactivate
  void close() {
    cache.close();
  }

  /** One's own and those shared with one, by name. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    cache.all().stream()
        .filter(query -> query.readableBy(caller))
        .sorted(Comparator.comparing(SavedQuery::name).thenComparing(SavedQuery::id))
        .forEach(query -> items.add(query.json(caller)));
    answer.putNull("next");
    return answer;
  }

  /** One query. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    return readable(id, Callers.of(request)).json(Callers.of(request));
  }

  /** Keeps a new one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(byte[] body, @Context ContainerRequestContext request) throws IOException {
    String id = "SQ-" + UUID.randomUUID().toString().substring(0, 13);
    JsonNode made = save(id, body, Callers.of(request));
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** Rewrites one's own. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("id") String id, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    requireOwn(id, Callers.of(request));
    return save(id, body, Callers.of(request));
  }

  /** Throws one's own away. */
  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
    requireOwn(id, Callers.of(request));
    registry.delete(KIND, id, Callers.of(request).source());
    return Response.noContent().build();
  }

  private JsonNode save(String id, byte[] body, Principal caller) throws IOException {
    ObjectNode query = Json.readObject(body);
    Documents.check(schema, query);
    query.put("owner", caller.source());
    String division = caller.scope().division() == null ? null : caller.scope().division().code();
    Document stored =
        registry.put(
            new Draft(KIND, id, caller.scope().enterprise(), division, query.toString()),
            caller.source());
    return SavedQuery.of(stored).json(caller);
  }

  private SavedQuery readable(String id, Principal caller) {
    return cache
        .get(id)
        .filter(query -> query.readableBy(caller))
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
  }

  private void requireOwn(String id, Principal caller) {
    SavedQuery query = readable(id, caller);
    if (!query.ownedBy(caller)) {
      throw Problems.refusal(Kind.FORBIDDEN, "not-yours", query.name(), query.owner());
    }
  }
}
