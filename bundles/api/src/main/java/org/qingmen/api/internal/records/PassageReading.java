package org.qingmen.api.internal.records;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.time.format.DateTimeFormatter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.intake.DecisionIds;
import org.qingmen.security.Principal;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.PassageChains;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoredPassage;

/** {@code GET /passages} and {@code /passages/{receipt}}. */
@Path("passages")
@Component(service = ApiResource.class)
public final class PassageReading implements ApiResource {

  private final PassageStore store;
  private final PassageChains chains;
  private final Journal journal;
  private final Enterprises enterprises;

  @Activate
  public PassageReading(
      @Reference PassageStore store,
      @Reference PassageChains chains,
      @Reference Journal journal,
      @Reference Enterprises enterprises) {
    this.store = store;
    this.chains = chains;
    this.journal = journal;
    this.enterprises = enterprises;
  }

  /** Passages, newest first. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request, @Context UriInfo uri) {
    Principal caller = Callers.of(request);
    var query = uri.getQueryParameters();
    PassageQuery asked =
        new PassageQuery(
            Callers.narrowed(caller, enterprises, query.getFirst("enterprise")),
            caller.scope().divisionPrefix(),
            query.getFirst("plate"),
            query.getFirst("vin"),
            Query.from("from", query.getFirst("from")),
            Query.to("to", query.getFirst("to")),
            query.getFirst("stage"),
            query.getFirst("direction"),
            query.getFirst("verdict"),
            query.getFirst("finding"),
            query.getFirst("cursor"),
            Query.limit(query.getFirst("limit")));
    return Json.page(store.list(asked), this::write);
  }

  /** One passage with its record and decision. */
  @GET
  @Path("{receipt}")
  public JsonNode one(
      @PathParam("receipt") String receipt, @Context ContainerRequestContext request) {
    StoredPassage passage =
        store
            .find(receipt)
            .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", receipt));
    Callers.require(Callers.of(request), enterprises, passage.enterprise());
    ObjectNode json = Json.object();
    write(json, passage);
    chain(json, receipt);
    journal
        .find(passage.position())
        .ifPresent(
            found -> {
              JsonNode document = Json.stored(found.entry().document());
              json.set("record", document.at("/facts/passage"));
              json.set("reasons", document.path("reasons"));
              json.set("findingDetails", document.path("findings"));
              json.set("document", document);
            });
    return json;
  }

  /** The record as received and its corrections, oldest first; the last one counts. */
  private void chain(ObjectNode json, String receipt) {
    boolean standing = true;
    ArrayNode list = json.putArray("chain");
    for (PassageChains.Link link : chains.chain(receipt)) {
      ObjectNode one = list.addObject();
      one.put("receipt", link.receipt()).put("received", link.received().toString());
      one.put("decision", DecisionIds.of(link.position())).put("corrects", link.corrects());
      one.put("standing", link.standing());
      if (link.receipt().equals(receipt)) {
        standing = link.standing();
      }
    }
    json.put("standing", standing);
  }

  private void write(ObjectNode json, StoredPassage passage) {
    json.put("receipt", passage.receipt());
    json.put("enterprise", passage.enterprise());
    json.put(
        "enterpriseName",
        enterprises.find(passage.enterprise()).map(Enterprise::name).orElse(null));
    json.put("serial", passage.serial());
    json.put("barrier", passage.barrier());
    json.put("direction", passage.direction());
    json.put("time", passage.time().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    json.put("received", passage.received().toString());
    json.putObject("plate").put("number", passage.plate()).put("colour", passage.colour());
    json.put("vin", passage.vin());
    json.put("stage", passage.stage());
    json.put("fuel", passage.fuel());
    json.put("newEnergy", passage.newEnergy());
    json.put("usage", passage.usage());
    json.put("vehicleType", passage.vehicleType());
    json.put("trailer", passage.trailer());
    json.put("cargo", passage.cargo());
    json.put("tonnes", passage.tonnes());
    json.put("verdict", passage.verdict());
    var findings = json.putArray("findings");
    passage.findings().forEach(findings::add);
    json.put("decision", DecisionIds.of(passage.position()));
    json.put("trip", passage.trip());
    json.put("offline", passage.offline());
  }
}
