package org.qingmen.api.internal.access;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Query;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.ChainCheck;

/** {@code /audit}: who did what, and proof that nothing was altered. */
@Path("audit")
@Component(service = ApiResource.class)
public final class Audit implements ApiResource {

  private final AuditTrail trail;

  @Activate
  public Audit(@Reference AuditTrail trail) {
    this.trail = trail;
  }

  /** Acts, newest first. */
  @GET
  public JsonNode list(
      @QueryParam("actor") String actor,
      @QueryParam("action") String action,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return Json.page(
        trail.list(actor, action, cursor, Query.limit(limit)),
        (json, entry) -> {
          json.put("number", entry.number());
          json.put("at", entry.at().toString());
          json.put("actor", entry.actor());
          json.put("action", entry.action());
          json.put("target", entry.target());
          json.set("detail", entry.detail() == null ? null : Json.stored(entry.detail()));
          json.put("hash", entry.hash());
        });
  }

  /** Checks the chain. */
  @GET
  @Path("verify")
  public JsonNode verify() {
    ChainCheck check = trail.verify();
    return Json.object()
        .put("intact", check.intact())
        .put("rows", check.rows())
        .put("brokenRow", check.brokenRow())
        .put("reason", check.reason());
  }
}
