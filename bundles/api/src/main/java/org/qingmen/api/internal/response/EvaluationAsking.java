package org.qingmen.api.internal.response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.model.Division;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.response.Question;
import org.qingmen.supervision.response.ResponseEvaluations;
import org.qingmen.supervision.response.Run;

/**
 * {@code POST /response-evaluations}: evaluates one enterprise now, or an episode in the
 * background.
 */
@Path("response-evaluations")
@Component(service = ApiResource.class)
public final class EvaluationAsking implements ApiResource {

  private final ResponseEvaluations evaluations;
  private final Episodes episodes;
  private final Enterprises enterprises;
  private final SchemaCheck schema = SchemaCheck.of("response-question");

  @Activate
  public EvaluationAsking(
      @Reference ResponseEvaluations evaluations,
      @Reference Episodes episodes,
      @Reference Enterprises enterprises) {
    this.evaluations = evaluations;
    this.episodes = episodes;
    this.enterprises = enterprises;
  }

  /** Evaluates. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response evaluate(
      byte[] body, @Context ContainerRequestContext request, @Context HttpHeaders headers)
      throws IOException {
    ObjectNode asked = Json.readObject(body);
    Documents.check(schema, asked);
    Principal caller = Callers.of(request);
    Question question = question(asked);
    if (asked.hasNonNull("enterprise")) {
      String enterprise = asked.get("enterprise").asText();
      Callers.require(caller, enterprises, enterprise);
      Document made = evaluations.evaluate(enterprise, question, caller.source());
      String language = Languages.of(headers).getLanguage();
      return Response.status(201).entity(EvaluationJson.whole(made, language)).build();
    }
    requireEpisode(caller, question.episode());
    ObjectNode run = Json.object();
    EvaluationJson.run(run, evaluations.evaluateAll(question, caller.source()));
    return Response.status(202).entity(run).build();
  }

  /** How far the evaluation of an episode is. */
  @GET
  @Path("runs/{episode}")
  public JsonNode run(
      @PathParam("episode") String episode, @Context ContainerRequestContext request) {
    requireTouched(Callers.of(request), episode);
    Run found =
        evaluations
            .run(episode)
            .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", episode));
    ObjectNode json = Json.object();
    EvaluationJson.run(json, found);
    return json;
  }

  /** Whoever evaluates a whole episode answers for all of its divisions. */
  private void requireEpisode(Principal caller, String episode) {
    Document found =
        episodes
            .get(episode)
            .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", episode));
    divisions(found).forEach(division -> Callers.requireDivision(caller, division));
  }

  /** Progress is for those in whose division the alert runs, or above or below it. */
  private void requireTouched(Principal caller, String episode) {
    String mine = Callers.division(caller);
    boolean touched =
        episodes.get(episode).stream()
            .flatMap(EvaluationAsking::divisions)
            .map(division -> new Division(division).prefix())
            .anyMatch(prefix -> prefix.startsWith(mine) || mine.startsWith(prefix));
    if (!touched) {
      throw Problems.refusal(Kind.NOT_FOUND, "not-found", episode);
    }
  }

  private static Stream<String> divisions(Document episode) {
    List<String> divisions = new ArrayList<>();
    Json.stored(episode.body()).path("divisions").forEach(one -> divisions.add(one.asText()));
    return divisions.stream();
  }

  static Question question(JsonNode asked) {
    return new Question(
        asked.get("episode").asText(),
        asked.hasNonNull("normalDays") ? asked.get("normalDays").asText() : null,
        asked.hasNonNull("sampleSize") ? asked.get("sampleSize").asInt() : null,
        asked.hasNonNull("seed") ? seed(asked.get("seed")) : null);
  }

  /** The schema keeps it within eighteen digits, as a number or as a text. */
  private static Long seed(JsonNode seed) {
    return seed.isNumber()
        ? Long.valueOf(seed.decimalValue().longValueExact())
        : Long.valueOf(seed.asText());
  }
}
