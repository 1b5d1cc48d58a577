package org.qingmen.api.internal.records;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Positions;
import org.qingmen.intake.GateChecks;
import org.qingmen.security.Principal;

/** {@code POST /gate-checks}: the decision before the barrier opens. */
@Path("gate-checks")
@Component(service = ApiResource.class)
public final class GateCheckSubmission implements ApiResource {

  private final GateChecks checks;

  @Activate
  public GateCheckSubmission(@Reference GateChecks checks) {
    this.checks = checks;
  }

  /** Decides before the barrier opens. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response check(
      byte[] body, @Context ContainerRequestContext request, @Context HttpHeaders headers)
      throws IOException {
    Principal caller = Callers.of(request);
    GateChecks.Answer answer =
        checks.check(
            Json.readObject(body),
            body,
            caller.source(),
            Callers.enterprise(caller),
            Callers.division(caller));
    ObjectNode json = Json.object();
    json.put("id", answer.id());
    json.put("verdict", answer.verdict().code());
    AnswerJson.reasons(json.putArray("reasons"), answer.reasons(), Languages.of(headers));
    json.putObject("display").put("line1", answer.line1()).put("line2", answer.line2());
    return Response.ok(json).header(Positions.POSITION, answer.position()).build();
  }
}
