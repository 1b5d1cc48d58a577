package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.supervision.control.Audience;
import org.qingmen.supervision.control.Deliveries;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.control.ListDelta;
import org.qingmen.supervision.registers.DivisionTree;

/** {@code /episodes}: alert episodes; while one runs, the measures of each grade are in force. */
@Path("episodes")
@Component(service = ApiResource.class)
public final class EpisodeResource extends DistributedList {

  private final Episodes episodes;

  @Activate
  public EpisodeResource(
      @Reference Episodes episodes,
      @Reference Deliveries deliveries,
      @Reference Enterprises enterprises,
      @Reference DivisionTree tree) {
    super(Deliveries.Kind.EPISODES, deliveries, enterprises, tree);
    this.episodes = episodes;
  }

  @Override
  Optional<Document> find(String id) {
    return episodes.get(id);
  }

  @Override
  void check(String json) {
    episodes.check(json);
  }

  @Override
  Document store(String id, String json, String actor) {
    return episodes.put(id, json, actor);
  }

  @Override
  Page<Document> page(Audience audience, String state, String cursor, int limit) {
    return episodes.list(audience.division(), cursor, limit);
  }

  @Override
  ListDelta delta(long since, Audience audience, int limit) {
    return episodes.delta(since, audience.division(), limit);
  }

  /** Ends an episode now. */
  @POST
  @Path("{id}/lift")
  public JsonNode lift(@PathParam("id") String id, @Context ContainerRequestContext request) {
    writable(id, request);
    return json(episodes.lift(id, Callers.of(request).source()));
  }
}
