package org.qingmen.api.internal.packs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.engine.PackAct;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.AuditTrail;

/** {@code /rule-packs/{id}/{version}/...}: what people do with a version, and what was done. */
@Path("rule-packs")
@Component(service = ApiResource.class)
public final class RulePackLifeResource implements ApiResource {

  private final RulePacks packs;
  private final AuditTrail audit;
  private final SchemaCheck action = SchemaCheck.of("pack-action");

  @Activate
  public RulePackLifeResource(@Reference RulePacks packs, @Reference AuditTrail audit) {
    this.packs = packs;
    this.audit = audit;
  }

  /** What happened to it. */
  @GET
  @Path("{id}/{version}/history")
  public JsonNode history(@PathParam("id") String id, @PathParam("version") String version) {
    PackStatus pack =
        packs
            .get(id, version)
            .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id + " " + version));
    ObjectNode answer = Json.object();
    PackJson.history(answer.putArray("items"), pack);
    answer.putNull("next");
    return answer;
  }

  /** Checks a draft. */
  @POST
  @Path("{id}/{version}/check")
  public JsonNode check(
      byte[] body,
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Asked asked = read(body, request);
    return asked.answered("rule-pack.check", packs.check(id, version, asked.act()), headers);
  }

  /** Puts a tested version into service. */
  @POST
  @Path("{id}/{version}/activate")
  public JsonNode activate(
      byte[] body,
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Asked asked = read(body, request);
    PackStatus status = packs.activate(id, version, asked.day(), asked.act());
    return asked.answered("rule-pack.activate", status, headers);
  }

  /** Takes the last activation back, or goes back to a version that served. */
  @POST
  @Path("{id}/{version}/rollback")
  public JsonNode rollback(
      byte[] body,
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    if (packs.get(id, version).isEmpty()) {
      throw Problems.refusal(Kind.NOT_FOUND, "not-found", id + " " + version);
    }
    Asked asked = read(body, request);
    PackStatus status = packs.rollback(id, asked.text("to"), asked.act());
    return asked.answered("rule-pack.rollback", status, headers);
  }

  /** Takes a version out of service. */
  @POST
  @Path("{id}/{version}/retire")
  public JsonNode retire(
      byte[] body,
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Asked asked = read(body, request);
    return asked.answered("rule-pack.retire", packs.retire(id, version, asked.act()), headers);
  }

  /** Puts a version away. */
  @POST
  @Path("{id}/{version}/archive")
  public JsonNode archive(
      byte[] body,
      @PathParam("id") String id,
      @PathParam("version") String version,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Asked asked = read(body, request);
    return asked.answered("rule-pack.archive", packs.archive(id, version, asked.act()), headers);
  }

  /** Stops a rule. */
  @POST
  @Path("{id}/{version}/rules/{rule}/stop")
  public JsonNode stop(
      byte[] body,
      @PathParam("id") String id,
      @PathParam("version") String version,
      @PathParam("rule") String rule,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Asked asked = read(body, request);
    PackStatus status = packs.stopRule(id, version, rule, asked.act());
    return asked.answered("rule-pack.stop-rule", status, headers);
  }

  /** Lets a stopped rule fire again. */
  @POST
  @Path("{id}/{version}/rules/{rule}/resume")
  public JsonNode resume(
      byte[] body,
      @PathParam("id") String id,
      @PathParam("version") String version,
      @PathParam("rule") String rule,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Asked asked = read(body, request);
    PackStatus status = packs.resumeRule(id, version, rule, asked.act());
    return asked.answered("rule-pack.resume-rule", status, headers);
  }

  private Asked read(byte[] body, ContainerRequestContext request) throws IOException {
    JsonNode read = body.length == 0 ? Json.object() : Json.readObject(body);
    Documents.check(action, read);
    return new Asked(Callers.of(request), read);
  }

  /** Who asks for what. */
  private final class Asked {

    private final Principal caller;
    private final JsonNode body;

    Asked(Principal caller, JsonNode body) {
      this.caller = caller;
      this.body = body;
    }

    String text(String name) {
      return body.hasNonNull(name) ? body.path(name).asText() : null;
    }

    PackAct act() {
      return new PackAct(caller.source(), text("reason"));
    }

    LocalDate day() {
      try {
        return text("from") == null ? null : LocalDate.parse(text("from"));
      } catch (DateTimeException e) {
        throw Problems.refusal(Kind.INVALID, "bad-query", "from", text("from"));
      }
    }

    JsonNode answered(String what, PackStatus status, HttpHeaders headers) {
      ObjectNode detail = Json.object().put("hash", status.hash());
      detail.put("state", status.state().name()).put("reason", text("reason"));
      audit.append(caller.source(), what, status.id() + "/" + status.version(), detail.toString());
      ObjectNode json = Json.object();
      PackJson.write(json, status, Languages.of(headers));
      return json;
    }
  }
}
