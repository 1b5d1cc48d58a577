package org.qingmen.api.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.queries.Plates;
import org.qingmen.engine.Decider;
import org.qingmen.engine.ReplayResult;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;

/** {@code /decisions}: what was decided from what, and whether it would be decided so again. */
@Path("decisions/{id}")
@Component(service = ApiResource.class)
public final class DecisionReading implements ApiResource {

  private final StoredDecisions decisions;
  private final Decider decider;
  private final Plates plates;

  @Activate
  public DecisionReading(
      @Reference Journal journal,
      @Reference Decider decider,
      @Reference Enterprises enterprises,
      @Reference Plates plates) {
    this.decisions = new StoredDecisions(journal, enterprises);
    this.decider = decider;
    this.plates = plates;
  }

  /** A stored decision. */
  @GET
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    JournalEntry entry = decisions.entry(id, request);
    ObjectNode json = Json.object();
    json.put("id", id);
    json.put("received", entry.received().toString());
    json.put("source", entry.source());
    json.put("raw", new String(entry.raw(), StandardCharsets.UTF_8));
    json.set("document", Json.stored(entry.document()));
    return plates.masked(Callers.of(request)) ? masked(json) : json;
  }

  /** Without the names of vehicles, and without the raw message, which is full of them. */
  private static JsonNode masked(ObjectNode json) {
    json.remove("raw");
    return Plates.tree(json);
  }

  /**
   * Decides again. With a body, that document is checked in place of the stored one: so an exported
   * copy can be proved or disproved.
   */
  @POST
  @Path("replay")
  public JsonNode replay(
      byte[] body, @PathParam("id") String id, @Context ContainerRequestContext request)
      throws IOException {
    JournalEntry entry = decisions.entry(id, request);
    byte[] stored = entry.document();
    ReplayResult result = decider.replay(body.length == 0 ? stored : copy(body));
    ObjectNode json = Json.object();
    ArrayNode differences = Json.array();
    result
        .differences()
        .forEach(
            difference ->
                differences
                    .addObject()
                    .put("pointer", difference.pointer())
                    .put("stored", difference.stored())
                    .put("replayed", difference.replayed()));
    boolean same = body.length == 0 || Json.stored(stored).equals(Json.stored(copy(body)));
    if (!same && differences.isEmpty()) {
      // A copy that is sound in itself but is not what the journal holds.
      differences.addObject().put("pointer", "").put("stored", "another document");
    }
    json.put("identical", result.identical() && same);
    json.set("differences", differences);
    return json;
  }

  /** The document itself, also when the whole answer of {@link #one} is sent back. */
  private static byte[] copy(byte[] body) throws IOException {
    JsonNode sent = Json.read(body);
    return sent.has("document")
        ? sent.get("document").toString().getBytes(StandardCharsets.UTF_8)
        : body;
  }
}
