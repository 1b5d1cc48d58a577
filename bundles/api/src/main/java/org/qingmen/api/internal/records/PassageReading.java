package org.qingmen.api.internal.records;

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
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.queries.PassageQuestions;
import org.qingmen.api.internal.queries.Plates;
import org.qingmen.intake.DecisionIds;
import org.qingmen.security.Principal;
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
  private final PassageQuestions questions;
  private final Plates plates;
  private final PassageJson json;

  @Activate
  public PassageReading(
      @Reference PassageStore store,
      @Reference PassageChains chains,
      @Reference Journal journal,
      @Reference Enterprises enterprises,
      @Reference PassageQuestions questions,
      @Reference Plates plates) {
    this.store = store;
    this.chains = chains;
    this.journal = journal;
    this.enterprises = enterprises;
    this.questions = questions;
    this.plates = plates;
    this.json = new PassageJson(enterprises);
  }

  /** Passages, newest first. */
  @GET
  public JsonNode list(
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Locale locale = Languages.of(headers);
    Principal caller = Callers.of(request);
    boolean masked = plates.masked(caller);
    PassageQuery asked = questions.of(caller, uri.getQueryParameters());
    return Json.page(
        store.list(asked), (item, passage) -> json.write(item, passage, masked, locale));
  }

  /** One passage with its record and decision. */
  @GET
  @Path("{receipt}")
  public JsonNode one(
      @PathParam("receipt") String receipt,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers) {
    StoredPassage passage =
        store
            .find(receipt)
            .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", receipt));
    Principal caller = Callers.of(request);
    Callers.require(caller, enterprises, passage.enterprise(), receipt);
    boolean masked = plates.masked(caller);
    ObjectNode answer = Json.object();
    json.write(answer, passage, masked, Languages.of(headers));
    chain(answer, receipt);
    journal
        .find(passage.position())
        .ifPresent(found -> evidence(answer, Json.stored(found.entry().document()), masked));
    return answer;
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

  private static void evidence(ObjectNode answer, JsonNode stored, boolean masked) {
    JsonNode document = masked ? Plates.tree(stored) : stored;
    answer.set("record", document.at("/facts/passage"));
    answer.set("reasons", document.path("reasons"));
    answer.set("findingDetails", document.path("findings"));
    answer.set("document", document);
  }
}
