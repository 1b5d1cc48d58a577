package org.qingmen.api.internal.play;

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
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.records.StoredDecisions;
import org.qingmen.engine.PackSkeleton;
import org.qingmen.engine.Playground;
import org.qingmen.engine.Playground.Question;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.refusal.Refusal.Fault;

/** {@code /playground}: rules that nobody has installed, against the active ones. */
@Path("playground")
@Component(service = ApiResource.class)
public final class PlaygroundResource implements ApiResource {

  private final Playground playground;
  private final StoredDecisions decisions;
  private final SchemaCheck questions = SchemaCheck.of("playground-question");
  private final SchemaCheck cases = SchemaCheck.of("playground-case");
  private final SchemaCheck wishes = SchemaCheck.of("playground-skeleton");

  @Activate
  public PlaygroundResource(
      @Reference Playground playground,
      @Reference Journal journal,
      @Reference Enterprises enterprises) {
    this.playground = playground;
    this.decisions = new StoredDecisions(journal, enterprises);
  }

  /** What the pack in question says of the facts, beside the active one. */
  @POST
  public JsonNode ask(
      byte[] body, @Context ContainerRequestContext request, @Context HttpHeaders headers)
      throws IOException {
    Question question = question(read(body, questions), request);
    return TrialJson.answer(playground.ask(question), Languages.of(headers));
  }

  /** The text files of a kept version. */
  @GET
  @Path("packs/{id}/{version}/files")
  public JsonNode files(@PathParam("id") String id, @PathParam("version") String version) {
    return files(playground.files(id, version));
  }

  /** What rules may ask, for completion in editors. */
  @GET
  @Path("facts")
  public JsonNode facts() throws IOException {
    try (InputStream in = PackDescriptor.class.getResourceAsStream("/reference/facts.json")) {
      return Json.stored(Objects.requireNonNull(in, "facts.json").readAllBytes());
    }
  }

  /** A new pack that is green at once. */
  @POST
  @Path("skeleton")
  public JsonNode skeleton(byte[] body) throws IOException {
    JsonNode wish = read(body, wishes);
    List<String> grades = new ArrayList<>();
    wish.path("grades").forEach(one -> grades.add(one.asText()));
    String industry = wish.hasNonNull("industry") ? wish.get("industry").asText() : null;
    return files(
        PackSkeleton.of(
            new PackSkeleton.Wish(
                wish.path("id").asText(), wish.path("kind").asText(), grades, industry)));
  }

  /** The file of cases with a new one at its end. */
  @POST
  @Path("case")
  public JsonNode newCase(byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    JsonNode sent = read(body, cases);
    String expect = sent.hasNonNull("expect") ? text(sent.get("expect")) : null;
    Playground.NewCase made =
        playground.newCase(question(sent, request), sent.path("sentence").asText(), expect);
    return Json.object().put("path", made.path()).put("text", made.text());
  }

  private static ObjectNode files(SortedMap<String, String> files) {
    ObjectNode json = Json.object();
    ObjectNode all = json.putObject("files");
    files.forEach(all::put);
    return json;
  }

  private static JsonNode read(byte[] body, SchemaCheck schema) throws IOException {
    JsonNode sent = Json.readObject(body);
    List<Fault> faults =
        schema.faults(sent).stream()
            .map(fault -> new Fault(fault.code(), fault.pointer(), fault.message()))
            .toList();
    if (!faults.isEmpty()) {
      throw Problems.invalid(faults);
    }
    return sent;
  }

  private Question question(JsonNode sent, ContainerRequestContext request) {
    SortedMap<String, String> files = null;
    if (sent.hasNonNull("files")) {
      files = new TreeMap<>();
      for (var file : sent.get("files").properties()) {
        files.put(file.getKey(), file.getValue().asText());
      }
    }
    JsonNode pack = sent.path("pack");
    boolean stored = sent.hasNonNull("decision");
    return new Question(
        files,
        pack.path("id").asText(null),
        pack.path("version").asText(null),
        stored ? null : text(sent.path("facts")),
        stored ? decisions.entry(sent.get("decision").asText(), request).document() : null);
  }

  /** YAML or JSON as text; a JSON text is YAML. */
  private static String text(JsonNode sent) {
    return sent.isTextual() ? sent.asText() : sent.toString();
  }
}
