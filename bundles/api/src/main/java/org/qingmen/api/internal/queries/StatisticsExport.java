package org.qingmen.api.internal.queries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.security.Principal;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;

/** {@code GET /statistics.csv} and {@code /statistics.xlsx}. */
@Path("statistics.{format: csv|xlsx}")
@Component(service = ApiResource.class)
public final class StatisticsExport implements ApiResource {

  private final StatisticsQuestions questions;
  private final StatisticsTables tables;
  private final Enterprises enterprises;
  private final Exports exports;

  @Activate
  public StatisticsExport(
      @Reference StatisticsQuestions questions,
      @Reference StatisticsTables tables,
      @Reference Enterprises enterprises,
      @Reference Exports exports) {
    this.questions = questions;
    this.tables = tables;
    this.enterprises = enterprises;
    this.exports = exports;
  }

  /** The file. */
  @GET
  public Response export(
      @PathParam("format") String format,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Principal caller = Callers.of(request);
    StatisticsTable table = tables.of(questions.of(caller, uri.getQueryParameters()));
    Labels labels = Labels.in(Languages.of(headers));
    ObjectNode asked = Json.object();
    uri.getQueryParameters().forEach((name, values) -> asked.put(name, values.get(0)));
    Exports.File file = new Exports.File("statistics", format, labels.of("statistics"), asked);
    return exports.answer(
        caller,
        file,
        sink ->
            table.write(
                sink, labels, id -> enterprises.find(id).map(Enterprise::name).orElse(null)));
  }
}
