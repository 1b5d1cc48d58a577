package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.door.Sha256;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.supervision.control.Audience;
import org.qingmen.supervision.control.Deliveries;
import org.qingmen.supervision.control.ListDelta;
import org.qingmen.supervision.registers.DivisionTree;

/**
 * What the violator list, the policies and the episodes have in common: a list with a version,
 * whole or what changed, an entity tag, and what each gate holds of it.
 */
public abstract class DistributedList implements ApiResource {

  private final Deliveries.Kind kind;
  private final Deliveries deliveries;
  private final Enterprises enterprises;
  private final DivisionTree tree;

  DistributedList(
      Deliveries.Kind kind, Deliveries deliveries, Enterprises enterprises, DivisionTree tree) {
    this.kind = kind;
    this.deliveries = deliveries;
    this.enterprises = enterprises;
    this.tree = tree;
  }

  final Enterprises enterprises() {
    return enterprises;
  }

  abstract Optional<Document> find(String id);

  /** Refuses what does not fit the schema. */
  abstract void check(String json);

  abstract Document store(String id, String json, String actor);

  abstract Page<Document> page(Audience audience, String state, String cursor, int limit);

  abstract ListDelta delta(long since, Audience audience, int limit);

  /** What only the bureau sees. */
  boolean hidden(Document document) {
    return false;
  }

  /** Says beside an entry that was stored what looks wrong with it. */
  void warn(ObjectNode json, Document stored, Locale language) {}

  void write(ObjectNode json, Document document) {
    Documents.write(json, document);
  }

  /** The list, or with {@code since} what changed after that version. */
  @GET
  public Response list(
      @QueryParam("since") String since,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    Audience audience = audience(Callers.of(request));
    // Only the policies have states; the document says so, and the door keeps to it.
    String state = request.getUriInfo().getQueryParameters().getFirst("state");
    ObjectNode answer =
        since == null
            ? whole(audience, state, cursor, Query.limit(limit), Callers.of(request))
            : changed(since, audience, Query.limit(limit), Callers.of(request));
    EntityTag tag =
        new EntityTag(
            Sha256.hex(answer.toString().getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    return (unchanged == null ? Response.ok(answer).tag(tag) : unchanged).build();
  }

  private ObjectNode whole(
      Audience audience, String state, String cursor, int limit, Principal caller) {
    long version = deliveries.version(kind);
    Page<Document> page = page(audience, state, cursor, limit);
    if (page.next() == null && state == null) {
      offered(caller, version);
    }
    return Json.page(page, this::write).put("listVersion", version);
  }

  private ObjectNode changed(String since, Audience audience, int limit, Principal caller) {
    if (!since.matches("[0-9]{1,18}")) {
      throw Query.bad("since", since);
    }
    ListDelta delta = delta(Long.parseLong(since), audience, limit);
    offered(caller, delta.version());
    ObjectNode json = Json.object();
    json.put("version", delta.version()).put("more", delta.more()).put("reset", delta.reset());
    ArrayNode put = json.putArray("put");
    delta.put().forEach(document -> write(put.addObject(), document));
    ArrayNode removed = json.putArray("removed");
    delta.removed().forEach(removed::add);
    return json;
  }

  private void offered(Principal caller, long version) {
    if (caller.deviceId() != null) {
      deliveries.offered(kind, caller.deviceId(), caller.scope().enterprise(), version);
    }
  }

  /** One entry. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    return json(readable(id, request));
  }

  /** A new entry. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(
      byte[] body, @Context ContainerRequestContext request, @Context HttpHeaders headers)
      throws IOException {
    JsonNode made = put(null, body, request, headers);
    return Response.status(Response.Status.CREATED).entity(made).build();
  }

  /** Changes an entry. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    ObjectNode sent = Json.readObject(body);
    Principal caller = Callers.of(request);
    Optional<Document> stored = id == null ? Optional.empty() : find(id);
    // What is wrong is said first: without a division it would be about the whole country.
    check(sent.toString());
    Divisions.requireKnown(tree, sent);
    Divisions.requireWritable(caller, enterprises, sent, stored);
    Document written = store(id, sent.toString(), caller.source());
    ObjectNode json = json(written);
    warn(json, written, Languages.of(headers));
    return json;
  }

  /** A gate confirms the version it holds. */
  @POST
  @Path("acknowledgements")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode acknowledge(byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    JsonNode version = Json.readObject(body).path("version");
    if (!version.canConvertToLong() || !version.isIntegralNumber() || version.asLong() < 0) {
      throw Query.bad("version", version.asText());
    }
    Principal caller = Callers.of(request);
    if (caller.deviceId() == null) {
      // Somebody may hold the role of a device without being one.
      throw Problems.refusal(Refusal.Kind.FORBIDDEN, "role", Role.DEVICE.code());
    }
    return DeliveryJson.of(
        deliveries.acknowledge(
            kind, caller.deviceId(), caller.scope().enterprise(), version.asLong()));
  }

  /** What each gate holds. */
  @GET
  @Path("deliveries")
  public JsonNode deliveries(@Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    ObjectNode json = Json.object();
    json.put("version", deliveries.version(kind));
    ArrayNode items = json.putArray("items");
    deliveries.of(kind).stream()
        .filter(one -> caller.scope().allows(one.enterprise(), one.division()))
        .forEach(one -> items.add(DeliveryJson.of(one)));
    return json;
  }

  /** A document that the caller may read. */
  final Document readable(String id, ContainerRequestContext request) {
    Document found = find(id).orElseThrow(() -> Divisions.absent(id));
    Principal caller = Callers.of(request);
    Divisions.requireReadable(caller, enterprises, found);
    if (hidden(found) && !audience(caller).drafts()) {
      throw Divisions.absent(id);
    }
    return found;
  }

  /** A document that the caller may change. */
  final Document writable(String id, ContainerRequestContext request) {
    Document found = readable(id, request);
    Divisions.requireWritable(Callers.of(request), enterprises, found);
    return found;
  }

  final ObjectNode json(Document document) {
    ObjectNode json = Json.object();
    write(json, document);
    return json;
  }

  final Audience audience(Principal caller) {
    return new Audience(
        Divisions.readable(caller, enterprises),
        caller.scope().enterprise(),
        caller.hasAny(Role.OFFICER, Role.AUDITOR, Role.PROVINCIAL_IT));
  }
}
