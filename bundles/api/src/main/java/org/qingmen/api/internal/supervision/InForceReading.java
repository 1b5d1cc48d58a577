package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Query;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.supervision.control.InForceView;

/** {@code GET /enterprises/{id}/in-force}: what is in force for an enterprise, and what is not. */
@Path("enterprises/{id}/in-force")
@Component(service = ApiResource.class)
public final class InForceReading implements ApiResource {

  private final InForceView inForce;
  private final Enterprises enterprises;

  @Activate
  public InForceReading(@Reference InForceView inForce, @Reference Enterprises enterprises) {
    this.inForce = inForce;
    this.enterprises = enterprises;
  }

  /** What is in force at an instant, now when none is given. */
  @GET
  public JsonNode inForce(
      @PathParam("id") String id,
      @QueryParam("at") String at,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers) {
    Instant asked = Query.from("at", at);
    return new InForceJson(Languages.of(headers))
        .view(
            inForce.of(
                enterprise(id, request),
                asked == null ? Instant.now().truncatedTo(ChronoUnit.MILLIS) : asked));
  }

  private Enterprise enterprise(String id, ContainerRequestContext request) {
    Callers.require(Callers.of(request), enterprises, id);
    return enterprises.find(id).orElseThrow(() -> Divisions.absent(id));
  }
}
