package org.qingmen.api.internal.upward;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.model.Receipt;
import org.qingmen.security.Principal;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;
import org.qingmen.store.RegistryQuery;
import org.qingmen.store.Statistics;
import org.qingmen.store.StatisticsQuery;

/** {@code /reports/daily}: daily summaries of platforms below, held against what arrived here. */
@Path("reports/daily")
@Component(service = ApiResource.class)
public final class DailyReports implements ApiResource {

  private static final String KIND = "daily-report";

  private final Registry registry;
  private final Statistics statistics;
  private final SchemaCheck schema = SchemaCheck.of("daily-report");

  @Activate
  public DailyReports(@Reference Registry registry, @Reference Statistics statistics) {
    this.registry = registry;
    this.statistics = statistics;
  }

  /** Takes a day's summary; a later one of the same day stands beside the former. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode take(byte[] body, @Context ContainerRequestContext request) throws IOException {
    Principal caller = Callers.of(request);
    ObjectNode report = Json.readObject(body);
    Documents.check(schema, report);
    String division = report.get("division").asText();
    Callers.requireDivision(caller, division);
    String day = Query.requiredDay("day", report.get("day").asText()).toString();
    String id = day + "/" + division;
    boolean same =
        registry.get(KIND, id).filter(d -> Json.stored(d.body()).equals(report)).isPresent();
    if (!same) {
      registry.put(new Draft(KIND, id, null, division, report.toString()), caller.source());
    }
    String receipt = Receipt.of(division, "daily-" + day).value();
    return Json.object().put("receipt", receipt).put("status", same ? "duplicate" : "accepted");
  }

  /** The summaries of a day, each enterprise with what arrived here. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request, @Context UriInfo uri) {
    LocalDate day = Query.requiredDay("day", uri.getQueryParameters().getFirst("day"));
    String prefix = Callers.division(Callers.of(request));
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    registry.list(new RegistryQuery(KIND, null, prefix, day + "/", null, 1000)).items().stream()
        .filter(document -> document.id().startsWith(day + "/"))
        .forEach(document -> compare(items.addObject(), document, day));
    return answer.putNull("next");
  }

  private void compare(ObjectNode json, Document document, LocalDate day) {
    ObjectNode report = (ObjectNode) Json.stored(document.body());
    json.put("division", document.division()).put("day", day.toString());
    json.put("received", document.at().toString()).put("source", document.author());
    Map<String, Long> here = here(document.division().replaceAll("(00)+$", ""), day);
    ArrayNode enterprises = json.putArray("enterprises");
    long missing = 0;
    for (JsonNode one : report.path("enterprises")) {
      long arrived = here.getOrDefault(one.path("enterprise").asText(), 0L);
      ObjectNode row = enterprises.addObject();
      row.setAll((ObjectNode) one);
      row.put("arrived", arrived);
      missing += Math.max(0, one.path("passages").asLong() - arrived);
    }
    json.put("missing", missing);
  }

  private Map<String, Long> here(String prefix, LocalDate day) {
    return statistics
        .query(
            new StatisticsQuery(List.of(StatisticsQuery.Group.ENTERPRISE), day, day, prefix, null))
        .stream()
        .collect(Collectors.toMap(row -> row.values().get(0), row -> row.passages()));
  }
}
