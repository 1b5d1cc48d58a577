package org.qingmen.api.internal.suspicion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Instant;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.RulePacks;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.supervision.suspicion.VerificationRuns;
import org.qingmen.supervision.suspicion.VerificationRuns.Run;

/** {@code /verification-runs}: a past period verified again. */
@Path("verification-runs")
@Component(service = ApiResource.class)
public final class VerificationRunResource implements ApiResource {

  private static final int ACCEPTED = 202;
  private static final Set<PackDescriptor.Kind> DECIDING =
      Set.of(PackDescriptor.Kind.GATE, PackDescriptor.Kind.VERIFICATION);

  private final VerificationRuns runs;
  private final RulePacks packs;
  private final Enterprises enterprises;
  private final SchemaCheck schema = SchemaCheck.of("verification-run");

  @Activate
  public VerificationRunResource(
      @Reference VerificationRuns runs,
      @Reference RulePacks packs,
      @Reference Enterprises enterprises) {
    this.runs = runs;
    this.packs = packs;
    this.enterprises = enterprises;
  }

  /** Runs that touch the caller's scope. */
  @GET
  public JsonNode list(
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    String division = Callers.division(caller);
    return Json.page(
        runs.list(
            Callers.enterprise(caller),
            division.isEmpty() ? null : division,
            cursor,
            Query.limit(limit)),
        (json, run) -> json.setAll((ObjectNode) Json.stored(run.json())));
  }

  /** Begins a run. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response start(byte[] body, @Context ContainerRequestContext request) throws IOException {
    Principal caller = Callers.of(request);
    ObjectNode asked = Json.readObject(body);
    Documents.check(schema, asked);
    String enterprise =
        Callers.narrowed(caller, enterprises, asked.path("enterprise").asText(null));
    VerificationRuns.Request wanted =
        new VerificationRuns.Request(
            time("from", Query.from("from", asked.path("from").asText())),
            time("to", Query.to("to", asked.path("to").asText())),
            enterprise,
            division(caller, enterprise, asked.path("division").asText("")),
            candidate(asked.path("pack")),
            asked.path("suspicions").asBoolean(false));
    return Response.status(ACCEPTED)
        .entity(Json.stored(runs.start(wanted, caller.source())))
        .build();
  }

  /** A run. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    return Json.stored(own(id, Callers.of(request)).json());
  }

  /** Stops a run. */
  @POST
  @Path("{id}/cancel")
  public JsonNode cancel(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    own(id, caller);
    return Json.stored(runs.cancel(id, caller.source()).json());
  }

  private Run own(String id, Principal caller) {
    Run run = runs.find(id).orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
    boolean within =
        run.enterprise() != null
            ? enterprises
                .find(run.enterprise())
                .map(found -> caller.scope().allows(found.id(), found.division()))
                .orElse(caller.scope().isRoot())
            : caller.scope().isRoot()
                || (run.division() != null
                    && Callers.enterprise(caller) == null
                    && run.division().startsWith(Callers.division(caller)));
    if (!within) {
      throw Problems.refusal(Kind.NOT_FOUND, "not-found", id);
    }
    return run;
  }

  /** Division of the run: the narrower of what was asked and what the caller may see. */
  private String division(Principal caller, String enterprise, String asked) {
    String own = Callers.division(caller);
    if (enterprise != null) {
      return enterprises.find(enterprise).map(found -> found.division()).orElse(own);
    }
    if (asked.isEmpty() || own.startsWith(asked)) {
      return own;
    }
    Callers.requireDivision(caller, (asked + "000000").substring(0, 6));
    return asked;
  }

  private PackRef candidate(JsonNode pack) {
    if (!pack.isObject()) {
      return null;
    }
    String id = pack.path("id").asText();
    String version = pack.path("version").asText();
    return packs
        .get(id, version)
        .filter(status -> status.state() != PackState.REFUSED)
        .filter(status -> DECIDING.contains(status.descriptor().kind()))
        .map(status -> new PackRef(status.id(), status.version(), status.hash()))
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id + " " + version));
  }

  private static Instant time(String name, Instant given) {
    if (given == null) {
      throw Query.bad(name, "");
    }
    return given;
  }
}
