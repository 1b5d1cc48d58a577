package org.qingmen.api.internal.registries;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.supervision.registers.Duplicates;
import org.qingmen.supervision.registers.Duplicates.Group;
import org.qingmen.supervision.registers.Duplicates.Member;

/** {@code /duplicates}: entries that look like the same thing twice. */
@Path("duplicates")
@Component(service = ApiResource.class)
public final class DuplicateResource implements ApiResource {

  private final Duplicates duplicates;
  private final SchemaCheck schema = SchemaCheck.of("duplicate-decision");

  @Activate
  public DuplicateResource(@Reference Duplicates duplicates) {
    this.duplicates = duplicates;
  }

  /** Groups that nobody has decided, or those that somebody has. */
  @GET
  public JsonNode list(
      @QueryParam("decided") String decided,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers) {
    ObjectNode answer = Json.object();
    var items = answer.putArray("items");
    duplicates
        .list("true".equals(decided), visible(Callers.of(request)))
        .forEach(group -> write(items.addObject(), group, Languages.of(headers)));
    answer.putNull("next");
    return answer;
  }

  /** Merges a group, or decides that it is none. */
  @POST
  @Path("{id}/decide")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode decide(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Principal caller = Callers.of(request);
    ObjectNode decision = Json.readObject(body);
    Documents.check(schema, decision);
    String note = decision.path("note").asText(null);
    boolean merge = decision.path("decision").asText().equals("merge");
    Group group =
        merge
            ? duplicates.merge(
                id, decision.path("keep").asText(), note, visible(caller), caller.source())
            : duplicates.notDuplicate(id, note, visible(caller), caller.source());
    ObjectNode answer = Json.object();
    write(answer, group, Languages.of(headers));
    return answer;
  }

  /** Road vehicles belong to nobody: whoever works for a bureau sees them. */
  private static Predicate<Member> visible(Principal caller) {
    boolean bureau = caller.hasAny(Role.OFFICER, Role.AUDITOR, Role.PROVINCIAL_IT);
    return member ->
        member.enterprise() == null
            ? bureau
            : caller.scope().allows(member.enterprise(), member.division());
  }

  private static void write(ObjectNode json, Group group, Locale language) {
    json.put("id", group.id()).put("rule", group.rule()).put("key", group.key());
    json.put("title", group.title().in(language));
    json.put("decision", group.decision()).put("decidedBy", group.decidedBy());
    json.put("decidedAt", group.decidedAt() == null ? null : group.decidedAt().toString());
    json.put("note", group.note());
    for (Member member : group.members()) {
      json.withArray("members")
          .addObject()
          .put("kind", member.kind())
          .put("id", member.id())
          .put("enterprise", member.enterprise())
          .put("label", member.label());
    }
  }
}
