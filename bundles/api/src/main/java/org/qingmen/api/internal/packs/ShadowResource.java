package org.qingmen.api.internal.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.impact.Shadows;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.AuditTrail;

/** {@code /rule-packs/{id}/{version}/shadow}: a version beside the one in service. */
@Path("rule-packs/{id}/{version}/shadow")
@Component(service = ApiResource.class)
public final class ShadowResource implements ApiResource {

  private final Shadows shadows;
  private final KnownPacks packs;
  private final Enterprises enterprises;
  private final AuditTrail audit;

  @Activate
  public ShadowResource(
      @Reference Shadows shadows,
      @Reference KnownPacks packs,
      @Reference Enterprises enterprises,
      @Reference AuditTrail audit) {
    this.shadows = shadows;
    this.packs = packs;
    this.enterprises = enterprises;
    this.audit = audit;
  }

  /** Begins a shadow run. */
  @POST
  public JsonNode start(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    String seen = shadows.start(packs.usable(id, version), caller.source());
    audit.append(caller.source(), "rule-pack.shadow", id + "/" + version, "{}");
    return visible(seen, caller);
  }

  /** Ends it. */
  @POST
  @Path("stop")
  public JsonNode stop(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    String seen = shadows.stop(packs.known(id, version), caller.source());
    audit.append(caller.source(), "rule-pack.shadow-stop", id + "/" + version, "{}");
    return visible(seen, caller);
  }

  /** What was seen. */
  @GET
  public JsonNode seen(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Context ContainerRequestContext request) {
    return shadows
        .find(packs.known(id, version))
        .map(seen -> visible(seen, Callers.of(request)))
        .orElseThrow(
            () -> Problems.refusal(Kind.NOT_FOUND, "not-found", id + " " + version + " shadow"));
  }

  /** Without enterprises beyond the caller's scope, and without examples, which are anybody's. */
  private JsonNode visible(String seen, Principal caller) {
    ObjectNode json = (ObjectNode) Json.stored(seen);
    if (!caller.scope().isRoot() && json.path("result") instanceof ObjectNode result) {
      for (String list : new String[] {"enterprises", "graded"}) {
        ArrayNode kept = Json.array();
        result.path(list).forEach(one -> keep(one, kept, caller));
        result.set(list, kept);
      }
      for (String list : new String[] {"verdicts", "gradeChanges"}) {
        result.path(list).forEach(one -> ((ObjectNode) one).remove("examples"));
      }
      for (JsonNode rule : result.path("rules")) {
        ((ObjectNode) rule.path("fresh")).remove("examples");
        ((ObjectNode) rule.path("gone")).remove("examples");
      }
    }
    return json;
  }

  private void keep(JsonNode one, ArrayNode kept, Principal caller) {
    enterprises
        .find(one.path("enterprise").asText())
        .filter(found -> caller.scope().allows(found.id(), found.division()))
        .ifPresent(found -> kept.add(one));
  }
}
