package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Query;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Statistics;
import org.qingmen.store.StatisticsQuery;
import org.qingmen.store.StatisticsQuery.Group;
import org.qingmen.store.StatisticsRow;

/** {@code GET /statistics}: counts from the rollups. */
@Path("statistics")
@Component(service = ApiResource.class)
public final class StatisticsReading implements ApiResource {

  private final Statistics statistics;
  private final Enterprises enterprises;

  @Activate
  public StatisticsReading(@Reference Statistics statistics, @Reference Enterprises enterprises) {
    this.statistics = statistics;
    this.enterprises = enterprises;
  }

  /** Counts by the groups asked for. */
  @GET
  public JsonNode count(@Context ContainerRequestContext request, @Context UriInfo uri) {
    Principal caller = Callers.of(request);
    var query = uri.getQueryParameters();
    LocalDate from = Query.requiredDay("from", query.getFirst("from"));
    LocalDate to = Query.requiredDay("to", query.getFirst("to"));
    if (to.isBefore(from)) {
      throw Query.bad("to", to.toString());
    }
    List<Group> groups = groups(query.getFirst("group"));
    StatisticsQuery asked =
        new StatisticsQuery(
            groups,
            from,
            to,
            caller.scope().divisionPrefix(),
            Callers.narrowed(caller, enterprises, query.getFirst("enterprise")));
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    statistics.query(asked).forEach(row -> write(items.addObject(), groups, row));
    return answer;
  }

  private static void write(ObjectNode json, List<Group> groups, StatisticsRow row) {
    for (int i = 0; i < groups.size(); i++) {
      json.put(groups.get(i).code(), row.values().get(i));
    }
    json.put("passages", row.passages());
    json.put("trips", row.trips());
    json.put("tonnes", row.tonnes());
  }

  private static List<Group> groups(String text) {
    List<Group> groups = new ArrayList<>();
    if (text == null || text.isBlank()) {
      return groups;
    }
    for (String code : text.split(",")) {
      Group group =
          Arrays.stream(Group.values())
              .filter(g -> g.code().equals(code.trim()))
              .findFirst()
              .orElseThrow(() -> Query.bad("group", code));
      if (!groups.contains(group)) {
        groups.add(group);
      }
    }
    return groups;
  }
}
