package org.qingmen.api.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Positions;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.door.TooManyException;
import org.qingmen.intake.LedgerIntake;
import org.qingmen.model.Receipt;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.ChainCheck;
import org.qingmen.store.LedgerQuery;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.LedgerStore;

/** {@code /ledger}: dedicated line, weigh tickets, daily materials, and the chain they lie in. */
@Path("ledger")
@Component(service = ApiResource.class)
public final class Ledgers implements ApiResource {

  private static final Map<String, String> NAMES =
      Map.of(
          "dedicated-line", "dedicated-line",
          "weigh-tickets", "weigh-ticket",
          "materials", "materials");

  private final LedgerIntake intake;
  private final LedgerStore store;
  private final Enterprises enterprises;

  @Activate
  public Ledgers(
      @Reference LedgerIntake intake,
      @Reference LedgerStore store,
      @Reference Enterprises enterprises) {
    this.intake = intake;
    this.store = store;
    this.enterprises = enterprises;
  }

  /** Takes one row or an array of rows. */
  @POST
  @Path("{ledger: dedicated-line|weigh-tickets|materials}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response submit(
      byte[] body,
      @PathParam("ledger") String ledger,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Principal caller = Callers.of(request);
    List<JsonNode> rows = rows(Json.read(body));
    List<LedgerIntake.Answer> answers =
        intake.submit(
            NAMES.get(ledger),
            rows,
            caller.source(),
            Callers.enterprise(caller),
            Callers.division(caller));
    return answer(answers, headers);
  }

  /** Takes one correction or an array of them; each is a new row beside the one it corrects. */
  @POST
  @Path("corrections")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response correct(
      byte[] body, @Context ContainerRequestContext request, @Context HttpHeaders headers)
      throws IOException {
    Principal caller = Callers.of(request);
    return answer(
        intake.correct(
            rows(Json.read(body)),
            caller.source(),
            Callers.enterprise(caller),
            Callers.division(caller)),
        headers);
  }

  /** A row and its corrections, oldest first; the last one stands. */
  @GET
  @Path("corrections")
  public JsonNode versions(
      @QueryParam("ledger") String ledger,
      @QueryParam("enterprise") String enterprise,
      @QueryParam("serial") String serial,
      @Context ContainerRequestContext request) {
    String owner = Callers.narrowed(Callers.of(request), enterprises, enterprise);
    if (!NAMES.containsValue(String.valueOf(ledger))) {
      throw Query.bad("ledger", ledger);
    }
    if (owner == null || serial == null || serial.isBlank()) {
      throw Query.bad(owner == null ? "enterprise" : "serial", "");
    }
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    store.versions(ledger, owner, serial).forEach(row -> write(items.addObject(), row));
    return json;
  }

  private static void write(ObjectNode json, LedgerRow row) {
    json.setAll((ObjectNode) Json.stored(row.body()));
    json.put("received", row.received().toString());
    json.put("sequence", row.sequence()).put("hash", row.hash());
  }

  private static Response answer(List<LedgerIntake.Answer> answers, HttpHeaders headers) {
    ObjectNode json = Json.object();
    ArrayNode results = json.putArray("results");
    long position = 0;
    for (LedgerIntake.Answer answer : answers) {
      ObjectNode result = results.addObject();
      result.put("serial", answer.serial()).put("status", answer.status());
      AnswerJson.faults(result.putArray("errors"), answer.errors(), Languages.of(headers));
      position = Math.max(position, answer.position());
    }
    Response.ResponseBuilder response = Response.ok(json);
    return (position == 0 ? response : response.header(Positions.POSITION, position)).build();
  }

  /** Rows, newest first. */
  @GET
  @Path("{ledger: dedicated-line|weigh-tickets|materials}")
  public JsonNode list(
      @PathParam("ledger") String ledger,
      @Context ContainerRequestContext request,
      @Context UriInfo uri) {
    Principal caller = Callers.of(request);
    var query = uri.getQueryParameters();
    LedgerQuery asked =
        new LedgerQuery(
            NAMES.get(ledger),
            Callers.narrowed(caller, enterprises, query.getFirst("enterprise")),
            caller.scope().divisionPrefix(),
            Query.day("from", query.getFirst("from")),
            Query.day("to", query.getFirst("to")),
            query.getFirst("cursor"),
            Query.limit(query.getFirst("limit")));
    return Json.page(store.list(asked), Ledgers::write);
  }

  /** Checks the chain. */
  @GET
  @Path("verify")
  public JsonNode verify(
      @QueryParam("enterprise") String enterprise, @Context ContainerRequestContext request) {
    ChainCheck check = store.verify(Callers.narrowed(Callers.of(request), enterprises, enterprise));
    return Json.object()
        .put("intact", check.intact())
        .put("rows", check.rows())
        .put("brokenRow", check.brokenRow())
        .put("reason", check.reason());
  }

  /** The same row has the same receipt; daily materials have no serial, but a day. */
  private static String receipt(String ledger, JsonNode row) {
    String serial =
        row.path("serial").asText(row.path("date").asText() + "/" + row.path("material").asText());
    return Receipt.of(row.path("enterprise").asText(), ledger + "/" + serial).value();
  }

  private static List<JsonNode> rows(JsonNode body) {
    List<JsonNode> rows = new ArrayList<>();
    if (body.isArray()) {
      body.forEach(rows::add);
    } else {
      rows.add(body);
    }
    if (rows.size() > RecordSlicer.MOST) {
      throw new TooManyException(RecordSlicer.MOST);
    }
    return rows;
  }
}
