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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.office.Spreadsheets;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.supervision.stages.StageCatalogue;
import org.qingmen.supervision.stages.StageCatalogue.Imported;
import org.qingmen.supervision.stages.StageCatalogue.Rejected;

/** {@code /stage-catalogue}: the local catalogue of stages. */
@Path("stage-catalogue")
@Component(service = ApiResource.class)
public final class CatalogueResource implements ApiResource {

  private final StageCatalogue catalogue;
  private final Spreadsheets sheets;

  @Activate
  public CatalogueResource(@Reference StageCatalogue catalogue, @Reference Spreadsheets sheets) {
    this.catalogue = catalogue;
    this.sheets = sheets;
  }

  /** Entries. */
  @GET
  public JsonNode list(
      @QueryParam("text") String text,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    return Json.page(catalogue.list(text, cursor, Query.limit(limit)), Documents::write);
  }

  /** Adds the rows of a file. */
  @POST
  @Consumes({"text/csv", StageFiles.XLSX, MediaType.APPLICATION_OCTET_STREAM})
  public Response take(
      byte[] body,
      @QueryParam("preview") boolean preview,
      @QueryParam("rejected") String rejected,
      @Context HttpHeaders headers,
      @Context ContainerRequestContext request)
      throws IOException {
    Format form = StageFiles.format("rejected", rejected);
    String actor = Callers.of(request).source();
    Imported done = catalogue.take(new ByteArrayInputStream(body), preview, actor);
    Locale locale = Languages.of(headers);
    return form == null
        ? Response.ok(json(done, preview, locale), MediaType.APPLICATION_JSON).build()
        : StageFiles.answer(form, "rejected", out -> write(done.rejected(), form, out, locale));
  }

  private void write(List<Rejected> rows, Format format, OutputStream out, Locale locale)
      throws IOException {
    try (Spreadsheets.TableWriter table = sheets.write(format, out, "rejected")) {
      for (Rejected row : rows) {
        List<Object> cells = new ArrayList<>();
        cells.add(row.row());
        cells.add(row.message().in(locale));
        cells.addAll(row.cells());
        table.row(cells);
      }
    }
  }

  private static ObjectNode json(Imported done, boolean preview, Locale locale) {
    ObjectNode json = Json.object();
    json.put("rows", done.rows()).put("added", done.added()).put("known", done.known());
    json.put("preview", preview);
    ArrayNode rejected = json.putArray("rejected");
    for (Rejected row : done.rejected()) {
      ObjectNode item = rejected.addObject();
      item.put("row", row.row()).put("code", row.code());
      item.put("message", row.message().in(locale));
      row.cells().forEach(item.putArray("cells")::add);
    }
    return json;
  }
}
