package org.qingmen.api.internal.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.queries.MaskedFiles;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.office.Spreadsheets;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.supervision.response.Ranked;
import org.qingmen.supervision.response.ResponseEvaluations;
import org.qingmen.supervision.response.ResponsePapers;

/** {@code GET /response-evaluations}: evaluations, their versions, reports. */
@Path("response-evaluations")
@Component(service = ApiResource.class)
public final class EvaluationReading implements ApiResource {

  private final ResponseEvaluations evaluations;
  private final ResponsePapers papers;
  private final Enterprises enterprises;
  private final MaskedFiles files;

  @Activate
  public EvaluationReading(
      @Reference ResponseEvaluations evaluations,
      @Reference ResponsePapers papers,
      @Reference Enterprises enterprises,
      @Reference MaskedFiles files) {
    this.evaluations = evaluations;
    this.papers = papers;
    this.enterprises = enterprises;
    this.files = files;
  }

  /** Evaluations, best first within an episode. */
  @GET
  public JsonNode list(
      @QueryParam("episode") String episode,
      @QueryParam("enterprise") String enterprise,
      @QueryParam("verdict") String verdict,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    int from = Page.offset(cursor);
    int most = Query.limit(limit);
    List<Ranked> lines =
        lines(episode, enterprise, request).stream()
            .filter(one -> verdict == null || verdict.equals(one.line().verdict()))
            .skip(from)
            .limit(most + 1L)
            .toList();
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    lines.stream()
        .limit(most)
        .forEach(one -> EvaluationJson.summary(items.addObject(), one.line(), one.rank()));
    return answer.put("next", lines.size() > most ? String.valueOf(from + most) : null);
  }

  /** One evaluation, the present version or an older one. */
  @GET
  @Path("{id}")
  public JsonNode one(
      @PathParam("id") String id,
      @QueryParam("version") String version,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers) {
    Document found = found(id, version, request);
    return EvaluationJson.whole(found, Languages.of(headers).getLanguage());
  }

  /** All versions of one evaluation. */
  @GET
  @Path("{id}/history")
  public JsonNode history(@PathParam("id") String id, @Context ContainerRequestContext request) {
    found(id, null, request);
    return Documents.history(evaluations.history(id));
  }

  /** The printed report on one enterprise. */
  @GET
  @Path("{id}.pdf")
  public Response paper(
      @PathParam("id") String id,
      @QueryParam("version") String version,
      @Context ContainerRequestContext request) {
    Document shown = files.printed(Callers.of(request), found(id, version, request));
    return pdf(papers.enterprise(shown), "response-" + id);
  }

  /** The printed report on an episode. */
  @GET
  @Path("ranking.pdf")
  public Response cityPaper(
      @QueryParam("episode") String episode, @Context ContainerRequestContext request) {
    return pdf(papers.city(named(episode), ranked(episode, request)), "response-" + episode);
  }

  /** The ranking as a table. */
  @GET
  @Path("ranking.xlsx")
  public Response table(
      @QueryParam("episode") String episode, @Context ContainerRequestContext request) {
    List<Ranked> lines = ranked(named(episode), request);
    StreamingOutput out = stream -> papers.ranking(Spreadsheets.Format.XLSX, stream, lines);
    return Response.ok(out, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        .header("Content-Disposition", Page.attachment("response-" + episode + ".xlsx"))
        .build();
  }

  /** The ranking of an episode within the caller's scope. */
  private List<Ranked> ranked(String episode, ContainerRequestContext request) {
    return lines(episode, null, request);
  }

  private List<Ranked> lines(String episode, String enterprise, ContainerRequestContext request) {
    Principal caller = Callers.of(request);
    String one = Callers.narrowed(caller, enterprises, enterprise);
    return evaluations.ranking(episode, caller.scope().divisionPrefix(), one);
  }

  private Document found(String id, String version, ContainerRequestContext request) {
    Document present = evaluations.get(id).orElseThrow(() -> absent(id));
    Callers.require(Callers.of(request), enterprises, present.enterprise(), id);
    if (version == null) {
      return present;
    }
    return evaluations.history(id).stream()
        .filter(document -> String.valueOf(document.version()).equals(version))
        .findFirst()
        .orElseThrow(() -> absent(id + " " + version));
  }

  private static String named(String episode) {
    if (episode == null || episode.isBlank()) {
      throw Query.bad("episode", "");
    }
    return episode;
  }

  private static Response pdf(byte[] paper, String name) {
    return Response.ok(paper, "application/pdf")
        .header("Content-Disposition", Page.attachment(name + ".pdf"))
        .build();
  }

  private static RuntimeException absent(String id) {
    return Problems.refusal(Kind.NOT_FOUND, "not-found", id);
  }
}
