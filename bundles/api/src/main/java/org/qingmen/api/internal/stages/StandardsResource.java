package org.qingmen.api.internal.stages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.supervision.stages.EmissionStages;

/** {@code /stage-standards}: the standards catalogue and the dated tables in force. */
@Path("stage-standards")
@Component(service = ApiResource.class)
public final class StandardsResource implements ApiResource {

  private static final Pattern ROW = Pattern.compile("stage\\.([a-z-]+\\.[a-z-]+)\\.([0-6])");

  private final EmissionStages stages;

  @Activate
  public StandardsResource(@Reference EmissionStages stages) {
    this.stages = stages;
  }

  /** Standards and tables. */
  @GET
  public JsonNode all(@Context HttpHeaders headers, @Context ContainerRequestContext request) {
    Locale locale = Languages.of(headers);
    ObjectNode json = Json.object();
    ArrayNode standards = json.putArray("standards");
    for (EmissionStages.Standard one : stages.standards()) {
      ObjectNode item = standards.addObject();
      item.put("number", one.number()).put("title", one.title().in(locale));
      item.put("table", one.table());
    }
    Map<String, ArrayNode> tables = new TreeMap<>();
    for (Parameter parameter : stages.parameters(StageResource.division(request))) {
      Matcher name = ROW.matcher(parameter.name());
      if (name.matches()) {
        row(tables.computeIfAbsent(name.group(1), table -> Json.array()), name.group(2), parameter);
      }
    }
    ArrayNode items = json.putArray("tables");
    tables.forEach((name, rows) -> items.addObject().put("name", name).set("rows", rows));
    return json;
  }

  private static void row(ArrayNode rows, String stage, Parameter parameter) {
    ObjectNode row = rows.addObject();
    row.put("stage", stage);
    row.put("date", parameter.value() == null ? null : parameter.value().toString());
    row.put("clause", parameter.clause()).put("source", parameter.source());
    row.put("verified", parameter.verified());
  }
}
