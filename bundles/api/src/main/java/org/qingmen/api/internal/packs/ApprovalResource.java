package org.qingmen.api.internal.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.impact.Approvals;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.store.AuditTrail;

/** {@code /rule-packs/{id}/{version}/approval}: the second person. */
@Path("rule-packs/{id}/{version}/approval")
@Component(service = ApiResource.class)
public final class ApprovalResource implements ApiResource {

  private final Approvals approvals;
  private final KnownPacks packs;
  private final AuditTrail audit;
  private final SchemaCheck schema = SchemaCheck.of("impact-approval");

  @Activate
  public ApprovalResource(
      @Reference Approvals approvals, @Reference KnownPacks packs, @Reference AuditTrail audit) {
    this.approvals = approvals;
    this.packs = packs;
    this.audit = audit;
  }

  /** Whether one is needed, and who gave it. */
  @GET
  public JsonNode state(@PathParam("id") String id, @PathParam("version") String version) {
    return Json.stored(approvals.state(packs.known(id, version)));
  }

  /** Approves. */
  @POST
  public JsonNode approve(
      @PathParam("id") String id,
      @PathParam("version") String version,
      byte[] body,
      @Context ContainerRequestContext request)
      throws IOException {
    Principal caller = Callers.of(request);
    ObjectNode sent = body.length == 0 ? Json.object() : Json.readObject(body);
    Documents.check(schema, sent);
    String note = sent.path("note").asText(null);
    String state = approvals.approve(packs.usable(id, version), note, caller.source());
    audit.append(caller.source(), "rule-pack.approve", id + "/" + version, state);
    return Json.stored(state);
  }
}
