package org.qingmen.api.internal.suspicion;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Positions;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.PassageCorrections.Applied;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoredPassage;
import org.qingmen.store.Suspicion;
import org.qingmen.supervision.registers.PaperFiles;
import org.qingmen.supervision.suspicion.Suspicions;

/** {@code POST /passages/{receipt}/corrections}: a new record beside the one it corrects. */
@Path("passages/{receipt}/corrections")
@Component(service = ApiResource.class)
public final class CorrectionResource implements ApiResource {

  private static final int ACCEPTED = 202;

  private final PassageStore store;
  private final Suspicions suspicions;
  private final Enterprises enterprises;
  private final Replies replies;
  private final SchemaCheck schema = SchemaCheck.of("correction");

  @Activate
  public CorrectionResource(
      @Reference PassageStore store,
      @Reference Suspicions suspicions,
      @Reference Enterprises enterprises,
      @Reference PaperFiles files) {
    this.store = store;
    this.suspicions = suspicions;
    this.enterprises = enterprises;
    this.replies = new Replies(files);
  }

  /** An officer's correction counts at once; an enterprise's waits for an officer. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response correct(
      @PathParam("receipt") String receipt, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    Principal caller = Callers.of(request);
    StoredPassage passage =
        store
            .find(receipt)
            .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", receipt));
    Callers.require(caller, enterprises, passage.enterprise(), receipt);
    ObjectNode asked = Json.readObject(body);
    Documents.check(schema, asked);
    boolean officer = Callers.enterprise(caller) == null && caller.hasAny(Role.OFFICER);
    return officer ? applied(receipt, asked, caller) : proposed(passage, asked, caller.source());
  }

  private Response applied(String receipt, ObjectNode asked, Principal caller) {
    Applied applied =
        suspicions.correct(
            receipt,
            asked.path("patch").toString(),
            asked.path("reason").asText(),
            caller.source());
    ObjectNode answer = Json.object();
    answer.put("status", "applied").put("receipt", applied.receipt());
    answer.put("changed", applied.changed());
    return Response.ok(answer).header(Positions.POSITION, applied.position()).build();
  }

  private Response proposed(StoredPassage passage, ObjectNode asked, String actor) {
    String id = asked.path("suspicion").asText(null);
    Suspicion item =
        id == null
            ? suspicions.propose(
                passage.receipt(),
                replies.ofCorrection(asked, List.of(), passage.enterprise()),
                actor)
            : answered(id, passage, asked, actor);
    ObjectNode answer = Json.object();
    answer.put("status", "proposed").put("suspicion", item.id());
    return Response.status(ACCEPTED).entity(answer).build();
  }

  private Suspicion answered(String id, StoredPassage passage, ObjectNode asked, String actor) {
    suspicions
        .find(id)
        .filter(item -> item.enterprise().equals(passage.enterprise()))
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
    return suspicions.reply(
        id, replies.ofCorrection(asked, List.of(passage.receipt()), passage.enterprise()), actor);
  }
}
