package org.qingmen.api.internal.stages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.EmissionStages;
import org.qingmen.supervision.stages.StageLists;
import org.qingmen.supervision.stages.StageLists.Row;
import org.qingmen.supervision.stages.StageLists.Sheet;
import org.qingmen.supervision.stages.StageQuestion;

/** {@code /vehicles/stage}: emission stages of vehicles, one by one or by list. */
@Path("vehicles/stage")
@Component(service = ApiResource.class)
public final class StageResource implements ApiResource {

  private final EmissionStages stages;
  private final StageLists lists;
  private final SchemaCheck question = SchemaCheck.of("stage-question");
  private final SchemaCheck questions = SchemaCheck.of("stage-questions");

  @Activate
  public StageResource(@Reference EmissionStages stages, @Reference StageLists lists) {
    this.stages = stages;
    this.lists = lists;
  }

  /** One vehicle. */
  @GET
  public JsonNode one(
      @QueryParam("explain") boolean explain,
      @Context UriInfo uri,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request) {
    Map<String, String> values = values(uri);
    Determination answer = stages.determine(lists.question(values), division(request));
    ObjectNode json = StageAnswers.json(answer, Languages.of(headers));
    if (explain) {
      json.set("document", Json.stored(answer.document()));
    }
    return json;
  }

  /** A list as JSON. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode list(
      byte[] body, @Context HttpHeaders headers, @Context ContainerRequestContext request)
      throws IOException {
    ObjectNode asked = Json.readObject(body);
    Documents.check(questions, asked);
    List<Row> rows = new ArrayList<>();
    for (JsonNode item : asked.get("items")) {
      rows.add(row(rows.size() + 1, item));
    }
    Sheet sheet = new Sheet(List.of(), rows);
    return json(sheet, answers(sheet, division(request)), Languages.of(headers));
  }

  /** A list as a file. */
  @POST
  @Consumes({"text/csv", StageFiles.XLSX, MediaType.APPLICATION_OCTET_STREAM})
  public Response file(
      byte[] body,
      @QueryParam("format") String format,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException {
    Format form = StageFiles.format("format", format);
    Sheet sheet = lists.read(new ByteArrayInputStream(body));
    List<Determination> answers = answers(sheet, division(request));
    Locale locale = Languages.of(headers);
    return form == null
        ? Response.ok(json(sheet, answers, locale), MediaType.APPLICATION_JSON).build()
        : StageFiles.answer(form, "stages", out -> lists.write(sheet, answers, form, out, locale));
  }

  /** Determines a stage and keeps it. */
  @POST
  @Path("keep")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode keep(
      byte[] body, @Context HttpHeaders headers, @Context ContainerRequestContext request)
      throws IOException {
    ObjectNode asked = Json.readObject(body);
    Documents.check(question, asked);
    StageQuestion read = lists.question(StageAnswers.values(asked));
    Determination answer = stages.keep(read, division(request), Callers.of(request).source());
    return StageAnswers.json(answer, Languages.of(headers));
  }

  private Row row(int number, JsonNode item) {
    try {
      StageQuestion read = lists.question(StageAnswers.values(item));
      return new Row(number, List.of(), read, List.of());
    } catch (Refusal e) {
      return new Row(number, List.of(), null, e.faults());
    }
  }

  private List<Determination> answers(Sheet sheet, String division) {
    List<StageQuestion> good =
        sheet.rows().stream().map(Row::question).filter(one -> one != null).toList();
    var found = stages.determineAll(good, division).iterator();
    List<Determination> answers = new ArrayList<>();
    sheet.rows().forEach(row -> answers.add(row.question() == null ? null : found.next()));
    return answers;
  }

  private static JsonNode json(Sheet sheet, List<Determination> answers, Locale locale) {
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    int suspicious = 0;
    int wrong = 0;
    for (int i = 0; i < answers.size(); i++) {
      Determination answer = answers.get(i);
      Row row = sheet.rows().get(i);
      ObjectNode item =
          answer == null
              ? StageAnswers.wrong(row.faults(), locale)
              : StageAnswers.json(answer, locale);
      items.add(item.put("row", row.number()));
      wrong += answer == null ? 1 : 0;
      suspicious += answer != null && answer.suspicious() ? 1 : 0;
    }
    return json.put("suspicious", suspicious).put("wrong", wrong);
  }

  static Map<String, String> values(UriInfo uri) {
    Map<String, String> values = new LinkedHashMap<>();
    uri.getQueryParameters().forEach((name, given) -> values.put(name, given.get(0)));
    values.remove("explain");
    return values;
  }

  /** Where the caller's rules hold: a whole division, or the country. */
  static String division(ContainerRequestContext request) {
    String prefix = Callers.division(Callers.of(request));
    return prefix.isEmpty() ? null : (prefix + "000000").substring(0, 6);
  }
}
