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
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Query;
import org.qingmen.office.Spreadsheets;
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
  private final Spreadsheets sheets;

  @Activate
  public LedgerCheckReading(
      @Reference LedgerChecks checks,
      @Reference Enterprises enterprises,
      @Reference Spreadsheets sheets) {
    this.checks = checks;
    this.enterprises = enterprises;
    this.sheets = sheets;
  }

  /** Daily stock of each material. */
  @GET
  @Path("balance")
  public JsonNode balance(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Asked asked = Asked.ofMonths(request, enterprises, uri);
    var rows = checks.balance(asked.enterprise(), asked.from(), asked.to());
    return asked.named(CheckedAnswer.json(rows, Rows.STOCK, Languages.of(headers)));
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

  /** Reported vehicles against tickets and gate. */
  @GET
  @Path("reported-vehicles")
  public JsonNode reported(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Asked asked = Asked.ofMonths(request, enterprises, uri);
    var rows = checks.reportedVehicles(asked.enterprise(), asked.from(), asked.to());
    return asked.named(CheckedAnswer.json(rows, Rows.REPORTED, Languages.of(headers)));
  }

  /** Visits: entries and exits, paired. */
  @GET
  @Path("visits")
  public JsonNode visits(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Asked asked = Asked.ofDays(request, enterprises, uri);
    var rows = checks.visits(asked.enterprise(), asked.from(), asked.to());
    return asked.named(CheckedAnswer.json(rows, Rows.VISIT, Languages.of(headers)));
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

  /** Weigh tickets with the passages they belong to. */
  @GET
  @Path("ticket-matches")
  public JsonNode tickets(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Asked asked = Asked.ofDays(request, enterprises, uri);
    var rows = checks.tickets(asked.enterprise(), asked.from(), asked.to());
    return asked.named(CheckedAnswer.json(rows, Rows.TICKET, Languages.of(headers)));
  }

  /** The same as tables. */
  @GET
  @Path("balance.{format: [a-z]+}")
  public Response balanceTable(
      @PathParam("format") String format,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Asked asked = Asked.ofMonths(request, enterprises, uri);
    var rows = checks.balance(asked.enterprise(), asked.from(), asked.to());
    Locale locale = Languages.of(headers);
    return CheckedAnswer.table(sheets, format, "balance", rows, Rows.STOCK, locale);
  }

  /** Visits as a table. */
  @GET
  @Path("visits.{format: [a-z]+}")
  public Response visitTable(
      @PathParam("format") String format,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Asked asked = Asked.ofDays(request, enterprises, uri);
    var rows = checks.visits(asked.enterprise(), asked.from(), asked.to());
    Locale locale = Languages.of(headers);
    return CheckedAnswer.table(sheets, format, "visits", rows, Rows.VISIT, locale);
  }

  /** Reported vehicles as a table. */
  @GET
  @Path("reported-vehicles.{format: [a-z]+}")
  public Response reportedTable(
      @PathParam("format") String format,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context UriInfo uri) {
    Asked asked = Asked.ofMonths(request, enterprises, uri);
    var rows = checks.reportedVehicles(asked.enterprise(), asked.from(), asked.to());
    Locale locale = Languages.of(headers);
    return CheckedAnswer.table(sheets, format, "reported-vehicles", rows, Rows.REPORTED, locale);
  }

  private static void contract(ObjectNode json, ContractUse.Contract contract) {
    json.put("id", contract.id()).put("party", contract.party());
    json.put("quantity", contract.quantity()).put("received", contract.received());
    json.put("from", contract.from().toString());
    json.put("to", contract.to() == null ? null : contract.to().toString());
  }
}
