package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Query;
import org.qingmen.grading.GradeQuestion;
import org.qingmen.grading.Graded;
import org.qingmen.grading.Grades;
import org.qingmen.intake.DecisionIds;
import org.qingmen.spi.intake.Enterprises;

/** {@code GET /enterprises/{id}/grade}: the transport grade over a period. */
@Path("enterprises/{id}/grade")
@Component(service = ApiResource.class)
public final class GradeReading implements ApiResource {

  private final Grades grades;
  private final Enterprises enterprises;

  @Activate
  public GradeReading(@Reference Grades grades, @Reference Enterprises enterprises) {
    this.grades = grades;
    this.enterprises = enterprises;
  }

  /** The grade; with several industries the lowest decides and the others stand beside it. */
  @GET
  public JsonNode grade(
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Callers.require(Callers.of(request), enterprises, id);
    var query = uri.getQueryParameters();
    Graded graded =
        grades.grade(
            new GradeQuestion(
                id,
                Query.requiredDay("from", query.getFirst("from")),
                Query.requiredDay("to", query.getFirst("to")),
                query.getFirst("policy"),
                Query.to("asOf", query.getFirst("asOf"))));
    Locale language = Languages.of(headers);
    ObjectNode json = one(graded.deciding(), language);
    json.put("complete", graded.complete());
    json.put("verified", graded.verified());
    enterprises.find(id).ifPresent(found -> json.put("declaredGrade", found.declaredGrade()));
    ArrayNode industries = json.putArray("industries");
    graded.industries().forEach(industry -> industries.add(one(industry, language)));
    return json;
  }

  private static ObjectNode one(Graded.OfIndustry industry, Locale language) {
    String decision = DecisionIds.of(industry.position());
    ObjectNode json = (ObjectNode) Json.stored(industry.decision().json(language, decision));
    return json.put("industry", industry.industry());
  }
}
