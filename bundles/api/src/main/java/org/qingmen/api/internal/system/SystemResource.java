package org.qingmen.api.internal.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.OpenApi;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.intake.IntakeStatus;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Projection;

/** What the server says of itself: its API, its schemas, its figures. */
@Path("/")
@Component(service = ApiResource.class)
public final class SystemResource implements ApiResource {

  private final OpenApi api;
  private final IntakeStatus intake;
  private final Projection projection;
  private final Metrics metrics;
  private final String version;

  @Activate
  public SystemResource(
      @Reference OpenApi api,
      @Reference IntakeStatus intake,
      @Reference Projection projection,
      @Reference Metrics metrics,
      BundleContext context) {
    this.api = api;
    this.intake = intake;
    this.projection = projection;
    this.metrics = metrics;
    this.version = context.getBundle().getVersion().toString();
  }

  /** The OpenAPI document. */
  @GET
  @Path("openapi.json")
  @Produces("application/json")
  public JsonNode openapi() {
    return api.document();
  }

  /** Figures for Prometheus. */
  @GET
  @Path("metrics")
  @Produces("text/plain")
  public String metrics() {
    return metrics.text();
  }

  /** A JSON Schema. */
  @GET
  @Path("schemas/{name}")
  @Produces("application/json")
  public JsonNode schema(@PathParam("name") String name) {
    String plain = name.replaceFirst("(\\.schema)?\\.json$", "");
    if (!plain.matches("[a-z-]{1,40}")) {
      throw Problems.refusal(Kind.NOT_FOUND, "not-found", name);
    }
    try {
      return Json.stored(SchemaCheck.text(plain));
    } catch (IllegalArgumentException e) {
      throw Problems.refusal(Kind.NOT_FOUND, "not-found", name);
    }
  }

  /** Journal, projection, intake. */
  @GET
  @Path("status")
  public JsonNode status() {
    IntakeStatus.Figures figures = intake.figures();
    Projection.Lag lag = projection.lag();
    ObjectNode json = Json.object();
    json.put("version", version);
    json.put("journalEnd", figures.journalEnd());
    json.put("projected", projection.position());
    json.put("lagEntries", lag.entries());
    json.put("lagMillis", lag.millis());
    json.put("accepted", figures.accepted());
    json.put("duplicates", figures.duplicates());
    json.put("conflicts", figures.conflicts());
    json.put("rejected", figures.rejected());
    json.put("quarantined", figures.quarantined());
    return json;
  }
}
