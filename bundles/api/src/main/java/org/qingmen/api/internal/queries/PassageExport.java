package org.qingmen.api.internal.queries;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Query;
import org.qingmen.security.Principal;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Page;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoredPassage;

/**
 * {@code GET /passages.csv} and {@code /passages.xlsx}: everything a question finds, page by page
 * from the database, so that a million rows take no more memory than a thousand.
 */
@Path("passages.{format: csv|xlsx}")
@Component(service = ApiResource.class)
public final class PassageExport implements ApiResource {

  private static final int PAGE = 1000;

  private final PassageStore store;
  private final PassageQuestions questions;
  private final Plates plates;
  private final Enterprises enterprises;
  private final Exports exports;

  @Activate
  public PassageExport(
      @Reference PassageStore store,
      @Reference PassageQuestions questions,
      @Reference Plates plates,
      @Reference Enterprises enterprises,
      @Reference Exports exports) {
    this.store = store;
    this.questions = questions;
    this.plates = plates;
    this.enterprises = enterprises;
    this.exports = exports;
  }

  /** The file. */
  @GET
  public Response export(
      @PathParam("format") String format,
      @Context ContainerRequestContext request,
      @Context UriInfo uri,
      @Context HttpHeaders headers) {
    Principal caller = Callers.of(request);
    var given = new MultivaluedHashMap<>(uri.getQueryParameters());
    for (String paging : List.of("limit", "cursor")) {
      if (given.containsKey(paging)) {
        throw Query.bad(paging, given.getFirst(paging));
      }
    }
    given.putSingle("limit", String.valueOf(PAGE));
    PassageQuery question = questions.of(caller, given);
    boolean masked = plates.masked(caller);
    Labels labels = Labels.in(Languages.of(headers));
    ObjectNode asked = Json.object();
    uri.getQueryParameters().forEach((name, values) -> asked.put(name, values.get(0)));
    asked.put("masked", masked);
    Exports.File file = new Exports.File("passages", format, labels.of("passages"), asked);
    return exports.answer(caller, file, sink -> write(sink, question, masked, labels));
  }

  void write(Exports.Sink sink, PassageQuery question, boolean masked, Labels labels)
      throws IOException {
    PassageColumns columns =
        new PassageColumns(
            labels, masked, id -> enterprises.find(id).map(Enterprise::name).orElse(null));
    sink.row(columns.head());
    PassageQuery next = question;
    while (next != null) {
      Page<StoredPassage> page = store.list(next);
      for (StoredPassage passage : page.items()) {
        sink.row(columns.row(passage));
      }
      next = page.next() == null ? null : next.after(page.next());
    }
  }
}
