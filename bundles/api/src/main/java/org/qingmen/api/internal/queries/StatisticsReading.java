package org.qingmen.api.internal.queries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.store.Period;

/** {@code GET /statistics}: trips and mass, clean shares, and how reliable gates are. */
@Path("statistics")
@Component(service = ApiResource.class)
public final class StatisticsReading implements ApiResource {

  private final StatisticsQuestions questions;
  private final StatisticsTables tables;

  @Activate
  public StatisticsReading(
      @Reference StatisticsQuestions questions, @Reference StatisticsTables tables) {
    this.questions = questions;
    this.tables = tables;
  }

  /** Counts by the groups asked for. */
  @GET
  public JsonNode count(@Context ContainerRequestContext request, @Context UriInfo uri) {
    StatisticsQuestion question = questions.of(Callers.of(request), uri.getQueryParameters());
    ObjectNode answer = Json.object();
    answer.put("metric", question.metric().code());
    write(answer.putObject("period"), question.period());
    if (question.comparison() != null) {
      write(answer.putObject("before"), question.period().before(question.comparison()));
    }
    tables.of(question).write(answer.putArray("items"));
    return answer;
  }

  private static void write(ObjectNode json, Period period) {
    json.put("from", period.from().toString()).put("to", period.to().toString());
  }
}
