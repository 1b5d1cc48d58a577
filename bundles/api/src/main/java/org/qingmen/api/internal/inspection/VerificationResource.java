package org.qingmen.api.internal.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.queries.MaskedFiles;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.grading.GradeQuestion;
import org.qingmen.grading.Grades;
import org.qingmen.intake.DecisionIds;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.supervision.inspection.Verifications;

/** {@code /verifications}: verifications by samples, from the draw to the signature. */
@Path("verifications")
@Component(service = ApiResource.class)
public final class VerificationResource implements ApiResource {

  private final Verifications verifications;
  private final Enterprises enterprises;
  private final Grades grades;
  private final MaskedFiles files;
  private final SchemaCheck draw = SchemaCheck.of("verification-draw");
  private final SchemaCheck finding = SchemaCheck.of("verification-finding");

  @Activate
  public VerificationResource(
      @Reference Verifications verifications,
      @Reference Enterprises enterprises,
      @Reference Grades grades,
      @Reference MaskedFiles files) {
    this.verifications = verifications;
    this.enterprises = enterprises;
    this.grades = grades;
    this.files = files;
  }

  /** Verifications, without their items. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request, @Context UriInfo uri) {
    Principal caller = Callers.of(request);
    var query = uri.getQueryParameters();
    ObjectNode page =
        Json.page(
            verifications.list(
                Callers.narrowed(caller, enterprises, query.getFirst("enterprise")),
                caller.scope().divisionPrefix(),
                query.getFirst("cursor"),
                Query.limit(query.getFirst("limit"))),
            (json, document) -> {
              Documents.write(json, document);
              json.remove(List.of("items", "proof"));
            });
    if (onlySigned(caller)) {
      var items = page.withArray("/items").elements();
      while (items.hasNext()) {
        if (!signed(items.next())) {
          items.remove();
        }
      }
    }
    return page;
  }

  /** Draws a sample. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response draw(byte[] body, @Context ContainerRequestContext request) throws IOException {
    ObjectNode asked = Json.readObject(body);
    Documents.check(draw, asked);
    String enterprise = asked.get("enterprise").asText();
    Callers.require(Callers.of(request), enterprises, enterprise);
    Map<String, Integer> sizes = new HashMap<>();
    asked.path("sizes").properties().forEach(e -> sizes.put(e.getKey(), e.getValue().asInt()));
    Verifications.Draw wanted =
        new Verifications.Draw(
            enterprise,
            Query.requiredDay("from", asked.get("from").asText()),
            Query.requiredDay("to", asked.get("to").asText()),
            asked.hasNonNull("seed") ? asked.get("seed").asLong() : null,
            sizes);
    Document drawn = verifications.draw(wanted, Callers.of(request).source());
    return Response.status(Response.Status.CREATED).entity(Documents.json(drawn)).build();
  }

  /** A verification with items, findings and verdicts. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    found(id, request);
    ObjectNode details = (ObjectNode) Json.stored(verifications.details(id));
    details.path("items").forEach(item -> withoutProof(item.path("finding")));
    return details.without("proof");
  }

  /** Whether the same seed draws the same sample again. */
  @GET
  @Path("{id}/repeat")
  public JsonNode repeat(@PathParam("id") String id, @Context ContainerRequestContext request) {
    found(id, request);
    return Json.object().put("identical", verifications.repeats(id));
  }

  /** Stores a finding. */
  @PUT
  @Path("{id}/items/{item}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode find(
      @PathParam("id") String id,
      @PathParam("item") String item,
      byte[] body,
      @Context ContainerRequestContext request)
      throws IOException {
    found(id, request);
    ObjectNode said = Json.readObject(body);
    Documents.check(finding, said);
    String actor = Callers.of(request).source();
    JsonNode stored = Json.stored(verifications.find(id, item, said.toString(), actor));
    withoutProof(stored);
    return stored;
  }

  /** Judges the whole. */
  @POST
  @Path("{id}/finish")
  public JsonNode finish(@PathParam("id") String id, @Context ContainerRequestContext request) {
    found(id, request);
    return Documents.json(verifications.finish(id, Callers.of(request).source())).without("proof");
  }

  /** Prints and signs, with the transport grade of the period. */
  @POST
  @Path("{id}/sign")
  public JsonNode sign(@PathParam("id") String id, @Context ContainerRequestContext request) {
    JsonNode body = Json.stored(found(id, request).body());
    var graded =
        grades.grade(
            new GradeQuestion(
                body.path("enterprise").asText(),
                LocalDate.parse(body.path("from").asText()),
                LocalDate.parse(body.path("to").asText()),
                null,
                null));
    JsonNode result = Json.stored(graded.deciding().decision().result());
    var grade =
        new Verifications.TransportGrade(
            result.path("grade").textValue(),
            result.path("policy").textValue(),
            graded.complete(),
            graded.verified(),
            DecisionIds.of(graded.deciding().position()));
    Document signed = verifications.sign(id, grade, Callers.of(request).source());
    return Documents.json(signed).without("proof");
  }

  /** A signed paper. */
  @GET
  @Path("{id}/{paper: report|certificate}")
  public Response paper(
      @PathParam("id") String id,
      @PathParam("paper") String paper,
      @Context ContainerRequestContext request) {
    found(id, request);
    if (paper.equals("report")) {
      files.requireSealed(Callers.of(request), id);
    }
    byte[] pdf =
        verifications
            .paper(id, paper)
            .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", paper));
    return Response.ok(pdf)
        .type("application/pdf")
        .header("Content-Disposition", "inline; filename=\"" + paper + "-" + id + ".pdf\"")
        .build();
  }

  /** Whether a PDF is a paper of ours. */
  @POST
  @Path("verify")
  @Consumes(MediaType.WILDCARD)
  public JsonNode verify(byte[] pdf) {
    return Json.stored(verifications.verify(pdf));
  }

  /** What a certificate says. */
  @GET
  @Path("certificates/{code}")
  public JsonNode certificate(@PathParam("code") String code) {
    return verifications
        .certificate(code.replaceAll("[^A-Z2-7]", ""))
        .map(Json::stored)
        .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", code));
  }

  private Document found(String id, ContainerRequestContext request) {
    Document document =
        verifications.get(id).orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
    Callers.require(Callers.of(request), enterprises, document.enterprise(), id);
    if (onlySigned(Callers.of(request)) && !signed(Json.stored(document.body()))) {
      throw Problems.refusal(Kind.NOT_FOUND, "not-found", id);
    }
    return document;
  }

  private static boolean signed(JsonNode verification) {
    return verification.path("state").asText().equals("signed");
  }

  /** The inspected must not know beforehand which hours of video will be watched. */
  private static boolean onlySigned(Principal caller) {
    return !caller.hasAny(Role.OFFICER, Role.AUDITOR);
  }

  private static void withoutProof(JsonNode finding) {
    if (finding instanceof ObjectNode object) {
      object.remove("proof");
    }
  }
}
