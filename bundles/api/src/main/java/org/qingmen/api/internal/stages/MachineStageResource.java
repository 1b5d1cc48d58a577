package org.qingmen.api.internal.stages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.EmissionStages;
import org.qingmen.supervision.stages.StageLists;

/** {@code /machines/stage}: emission stages of non-road mobile machines. */
@Path("machines/stage")
@Component(service = ApiResource.class)
public final class MachineStageResource implements ApiResource {

  private final EmissionStages stages;
  private final StageLists lists;

  @Activate
  public MachineStageResource(@Reference EmissionStages stages, @Reference StageLists lists) {
    this.stages = stages;
    this.lists = lists;
  }

  /** One machine. */
  @GET
  public JsonNode one(
      @QueryParam("explain") boolean explain,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request) {
    Map<String, String> values = StageResource.values(uri);
    String produced = values.remove("produced");
    if (produced != null) {
      values.put("registered", produced);
    }
    // A machine is a machine, whatever the query says; asked for nothing else it is an empty one.
    values.put("unit", values.isEmpty() ? "" : "machine");
    Determination answer =
        stages.determine(lists.question(values), StageResource.division(request));
    ObjectNode json = StageAnswers.json(answer, Languages.of(headers));
    if (explain) {
      json.set("document", Json.stored(answer.document()));
    }
    return json;
  }
}
