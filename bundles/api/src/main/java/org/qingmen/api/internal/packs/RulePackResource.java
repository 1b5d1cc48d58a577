package org.qingmen.api.internal.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.engine.PackAct;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.security.Principal;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.AuditTrail;

/** {@code /rule-packs}: upload, list, look into. */
@Path("rule-packs")
@Component(service = ApiResource.class)
public final class RulePackResource implements ApiResource {

  private static final int UNPROCESSABLE = 422;

  private final RulePacks packs;
  private final AuditTrail audit;
  private final PackInsight insight;

  @Activate
  public RulePackResource(@Reference RulePacks packs, @Reference AuditTrail audit) {
    this.packs = packs;
    this.audit = audit;
    this.insight = new PackInsight(packs);
  }

  /** All packs with their states. */
  @GET
  public JsonNode list(@Context HttpHeaders headers) {
    Locale locale = Languages.of(headers);
    ObjectNode answer = Json.object();
    var items = answer.putArray("items");
    packs.list().forEach(pack -> PackJson.write(items.addObject(), pack, locale));
    answer.putNull("next");
    return answer;
  }

  /** Takes a pack: 201 when it is good or a draft, else 422 with its problems. */
  @POST
  public Response upload(
      byte[] archive,
      @QueryParam("draft") boolean draft,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers) {
    Principal caller = Callers.of(request);
    PackStatus status = packs.install(archive, draft, PackAct.by(caller.source()));
    note(caller, "rule-pack.upload", status);
    ObjectNode json = Json.object();
    PackJson.write(json, status, Languages.of(headers));
    boolean refused = status.state() == PackState.REFUSED;
    if (refused) {
      PackJson.problem(json, status, Languages.of(headers));
    }
    return Response.status(refused ? UNPROCESSABLE : 201)
        .type(refused ? Problems.TYPE : "application/json")
        .entity(json)
        .build();
  }

  /** One version. */
  @GET
  @Path("{id}/{version}")
  public JsonNode one(
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Context HttpHeaders headers) {
    Locale locale = Languages.of(headers);
    ObjectNode json = Json.object();
    PackStatus pack = found(id, version);
    PackJson.write(json, pack, locale);
    insight.notices(json.putArray("notices"), pack, locale);
    packs.content(id, version).ifPresent(content -> PackJson.content(json, content, locale));
    return json;
  }

  /** Clause to rule to case. */
  @GET
  @Path("{id}/{version}/matrix")
  public JsonNode matrix(@PathParam("id") String id, @PathParam("version") String version) {
    found(id, version);
    ObjectNode json = Json.object();
    var items = json.putArray("items");
    packs
        .content(id, version)
        .ifPresent(
            content -> content.matrix().forEach(row -> PackJson.row(items.addObject(), row)));
    return json;
  }

  /** What the cases have seen of rules and conditions. */
  @GET
  @Path("{id}/{version}/coverage")
  public JsonNode coverage(@PathParam("id") String id, @PathParam("version") String version) {
    return insight.coverage(found(id, version));
  }

  private PackStatus found(String id, String version) {
    return packs
        .get(id, version)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id + " " + version));
  }

  private void note(Principal caller, String action, PackStatus status) {
    audit.append(
        caller.source(),
        action,
        status.id() + "/" + status.version(),
        Json.object().put("hash", status.hash()).put("state", status.state().name()).toString());
  }
}
