package org.qingmen.api.internal.stages;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.supervision.stages.EmissionStages;
import org.qingmen.supervision.stages.StageQuestion.Unit;

/** {@code /vehicles/{vin}/stage}: the stage that was kept last. */
@Path("vehicles/{vin}/stage")
@Component(service = ApiResource.class)
public final class KeptStageResource implements ApiResource {

  private final EmissionStages stages;

  @Activate
  public KeptStageResource(@Reference EmissionStages stages) {
    this.stages = stages;
  }

  /** What was kept, with its proof. */
  @GET
  public JsonNode one(@PathParam("vin") String vin) {
    return stages
        .kept(Unit.ROAD, vin)
        .map(Documents::json)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", vin));
  }
}
