package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Query;
import org.qingmen.engine.Judge;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.supervision.control.Baselines;

/** {@code GET /enterprises/{id}/baseline}: the normal days that caps and responses rest on. */
@Path("enterprises/{id}/baseline")
@Component(service = ApiResource.class)
public final class BaselineReading implements ApiResource {

  private final Baselines baselines;
  private final Enterprises enterprises;
  private final Judge judge;

  @Activate
  public BaselineReading(
      @Reference Baselines baselines, @Reference Enterprises enterprises, @Reference Judge judge) {
    this.baselines = baselines;
    this.enterprises = enterprises;
    this.judge = judge;
  }

  /** The normal days before a day, today when none is given. */
  @GET
  public JsonNode baseline(
      @PathParam("id") String id,
      @QueryParam("before") String before,
      @Context ContainerRequestContext request) {
    Callers.require(Callers.of(request), enterprises, id);
    Enterprise enterprise = enterprises.find(id).orElseThrow(() -> Divisions.absent(id));
    LocalDate asked = Query.day("before", before);
    LocalDate day = asked == null ? LocalDate.now(ChinaTime.ZONE) : asked;
    ObjectNode json = InForceJson.baseline(baselines.of(id, day));
    json.put("enterprise", id).put("before", day.toString());
    ArrayNode parameters = json.putArray("parameters");
    judge.table(Kind.MEASURES, enterprise.division(), day).stream()
        .filter(parameter -> parameter.name().startsWith("baseline."))
        .forEach(parameter -> write(parameters.addObject(), parameter));
    return json;
  }

  private static void write(ObjectNode json, Parameter parameter) {
    json.put("name", parameter.name()).put("value", String.valueOf(parameter.value()));
    json.put("clause", parameter.clause()).put("source", parameter.source());
    json.put("verified", parameter.verified());
  }
}
