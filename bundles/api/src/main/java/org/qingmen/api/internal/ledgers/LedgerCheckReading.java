package org.qingmen.api.internal.ledgers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.queries.MaskedFiles;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.supervision.ledgers.Checked;
import org.qingmen.supervision.ledgers.ContractUse;
import org.qingmen.supervision.ledgers.LedgerChecks;

/** {@code /ledger/...}: ledgers held against each other and against the gates. */
@Path("ledger")
@Component(service = ApiResource.class)
public final class LedgerCheckReading implements ApiResource {

  private final LedgerChecks checks;
  private final Enterprises enterprises;
  private final MaskedFiles files;
  private final Map<String, LedgerCheck<?>> periods;

  @Activate
  public LedgerCheckReading(
      @Reference LedgerChecks checks,
      @Reference Enterprises enterprises,
      @Reference MaskedFiles files) {
    this.checks = checks;
    this.enterprises = enterprises;
    this.files = files;
    this.periods =
        Stream.of(
                new LedgerCheck<>("balance", Asked::ofMonths, Rows.STOCK, checks::balance),
                new LedgerCheck<>(
                    "reported-vehicles", Asked::ofMonths, Rows.REPORTED, checks::reportedVehicles),
                new LedgerCheck<>("visits", Asked::ofDays, Rows.VISIT, checks::visits),
                new LedgerCheck<>("ticket-matches", Asked::ofDays, Rows.TICKET, checks::tickets))
            .collect(Collectors.toMap(LedgerCheck::name, Function.identity()));
  }

  /** A check of the table over a period. */
  @GET
  @Path("{check: balance|reported-vehicles|visits|ticket-matches}")
  public JsonNode check(
      @PathParam("check") String name,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    LedgerCheck<?> check = periods.get(name);
    return check.json(check.period().of(request, enterprises, uri), Languages.of(headers));
  }

  /** The same as a spreadsheet. */
  @GET
  @Path("{check: balance|reported-vehicles|visits}.{format: [a-z]+}")
  public Response table(
      @PathParam("check") String name,
      @PathParam("format") String format,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    LedgerCheck<?> check = periods.get(name);
    Asked asked = check.period().of(request, enterprises, uri);
    return check.table(files, Callers.of(request), format, asked, Languages.of(headers));
  }

  /** What came in, against contracts. */
  @GET
  @Path("contracts")
  public JsonNode contracts(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Asked asked = Asked.ofMonths(request, enterprises, uri);
    Checked<ContractUse> uses = checks.contracts(asked.enterprise(), asked.from(), asked.to());
    ObjectNode json = CheckedAnswer.json(uses, Rows.CONTRACT, Languages.of(headers));
    for (int i = 0; i < uses.rows().size(); i++) {
      ArrayNode onFile = ((ObjectNode) json.path("items").get(i)).putArray("onFile");
      uses.rows().get(i).value().contracts().forEach(c -> contract(onFile.addObject(), c));
    }
    return asked.named(json);
  }

  /** Vehicles inside, now or at a moment. */
  @GET
  @Path("inside")
  public JsonNode inside(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    String enterprise = Asked.enterprise(request, enterprises, uri);
    Instant at = Query.to("at", uri.getQueryParameters().getFirst("at"));
    Instant when = at == null ? Instant.now() : at;
    ObjectNode json =
        CheckedAnswer.json(checks.inside(enterprise, when), Rows.VISIT, Languages.of(headers));
    return json.put("enterprise", enterprise).put("at", when.toString());
  }

  private static void contract(ObjectNode json, ContractUse.Contract contract) {
    json.put("id", contract.id()).put("party", contract.party());
    json.put("quantity", contract.quantity()).put("received", contract.received());
    json.put("from", contract.from().toString());
    json.put("to", contract.to() == null ? null : contract.to().toString());
  }
}
